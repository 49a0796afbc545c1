-- SPDX-License-Identifier: EUPL-1.2
-- What was touched is queued by the transaction that touched it, and worked off before figures are
-- computed. Statement triggers: an import of a million rows fires each of them once.

-- Arguments: pairs of a kind and the column that holds the id to queue. The rows of one casus often
-- come in one statement, so each id is queued once.
CREATE OR REPLACE FUNCTION kerncijfers.zet_in_wachtrij() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_rijen text;
BEGIN
    FOREACH v_rijen IN ARRAY CASE TG_OP WHEN 'INSERT' THEN ARRAY['nieuw']
        WHEN 'DELETE' THEN ARRAY['oud'] ELSE ARRAY['oud', 'nieuw'] END
    LOOP
        FOR n IN 0 .. TG_NARGS - 1 BY 2 LOOP
            EXECUTE format(
                'INSERT INTO kerncijfers.wachtrij (soort, id) SELECT DISTINCT %L, r.%I FROM %I r '
                'WHERE r.%I IS NOT NULL',
                TG_ARGV[n], TG_ARGV[n + 1], v_rijen, TG_ARGV[n + 1]);
        END LOOP;
    END LOOP;
    RETURN NULL;
END $$;

-- Of a person only the birth date is in the facts, as an age; of an organisation its three classes.
CREATE OR REPLACE FUNCTION kerncijfers.persoon_gewijzigd() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO kerncijfers.wachtrij (soort, id)
    SELECT 'casus', c.id
      FROM nieuw n
      JOIN oud o ON o.id = n.id AND o.geboortedatum IS DISTINCT FROM n.geboortedatum
      JOIN public.casus_casus c ON c.hoofdbetrokkene_id = n.id;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION kerncijfers.organisatie_gewijzigd() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    WITH gewijzigd AS (
        SELECT n.id FROM nieuw n JOIN oud o ON o.id = n.id
         WHERE (o.soort, o.keten, o.rapportgroep) IS DISTINCT FROM (n.soort, n.keten, n.rapportgroep)
    ), aanmelding AS (
        SELECT a.id, a.casus_id
          FROM gewijzigd g JOIN public.aanmelding_aanmelding a ON a.aanmelder_id = g.id
    )
    INSERT INTO kerncijfers.wachtrij (soort, id)
    SELECT 'aanmelding', a.id FROM aanmelding a
     UNION ALL
    SELECT 'casus', a.casus_id FROM aanmelding a WHERE a.casus_id IS NOT NULL
     UNION ALL
    SELECT 'advies', v.id FROM gewijzigd g JOIN public.advies_advies v ON v.organisatie_id = g.id;
    RETURN NULL;
END $$;

-- A person who is destroyed leaves a key that leads nowhere.
CREATE OR REPLACE FUNCTION kerncijfers.persoon_vernietigd() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM kerncijfers.persoonsleutel s USING oud o WHERE s.persoon_id = o.id;
    RETURN NULL;
END $$;

-- Nobody deletes an aanmelding but the act that destroys it: its fact stays as a counter. Before,
-- so that the fact is as the row was; after, because only then it is sure which rows went.
CREATE OR REPLACE FUNCTION kerncijfers.voor_vernietigen() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM kerncijfers.werk_wachtrij_af();
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION kerncijfers.aanmelding_wordt_teller() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE public.feit_aanmelding f SET bron_id = NULL FROM oud o WHERE f.bron_id = o.id;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION kerncijfers.werk_wachtrij_af() RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    v_soort text;
    v_ids uuid[];
BEGIN
    IF NOT EXISTS (SELECT FROM kerncijfers.wachtrij) THEN
        RETURN;
    END IF;
    -- One at a time: two that make the same fact could each miss what the other saw.
    PERFORM pg_advisory_xact_lock(715519);
    FOR v_soort, v_ids IN
        WITH weg AS (DELETE FROM kerncijfers.wachtrij w RETURNING w.soort, w.id),
             uniek AS (SELECT w.soort, w.id FROM weg w GROUP BY w.soort, w.id)
        SELECT u.soort, array_agg(u.id) FROM uniek u GROUP BY u.soort
    LOOP
        IF v_soort = 'aanmelding' THEN
            PERFORM kerncijfers.ververs_aanmeldingen(v_ids);
        ELSE
            IF v_soort = 'casus' THEN
                PERFORM kerncijfers.ververs_casussen(v_ids);
                PERFORM kerncijfers.ververs_betrokkenen(v_ids);
            END IF;
            PERFORM kerncijfers.ververs_gebeurtenissen(v_soort, v_ids);
        END IF;
    END LOOP;
END $$;

-- The one way in for the application: anybody who is known to the database may bring facts up to
-- date, for it shows nothing and changes nothing that is not in the register already.
CREATE OR REPLACE FUNCTION kerncijfers.ververs() RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF toegang.vrager() IS NULL THEN
        RAISE EXCEPTION 'geen vrager' USING ERRCODE = 'insufficient_privilege';
    END IF;
    PERFORM kerncijfers.werk_wachtrij_af();
END $$;

-- All facts anew, after a change of these functions; counters have no row behind them and stay.
CREATE OR REPLACE FUNCTION kerncijfers.herbouw() RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO kerncijfers.wachtrij (soort, id)
    SELECT 'aanmelding', id FROM public.aanmelding_aanmelding
     UNION ALL SELECT 'casus', id FROM public.casus_casus
     UNION ALL SELECT 'advies', id FROM public.advies_advies
     UNION ALL SELECT 'telling', id FROM public.advies_telling
     UNION ALL SELECT 'overleg', id FROM public.overleg_overleg
     UNION ALL SELECT 'financien', id FROM public.financien_financielepost;
    PERFORM kerncijfers.werk_wachtrij_af();
END $$;

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA kerncijfers FROM PUBLIC;
REVOKE ALL ON ALL TABLES IN SCHEMA kerncijfers FROM PUBLIC;
