-- SPDX-License-Identifier: EUPL-1.2
-- Opschaling: a casus that stands still is brought before somebody who can break it open (toegang.md
-- sections 2 and 3). One refusal for what may not and for what isn't there.

-- Designated as aangesprokene today, by a deelnemer that takes part in the casus.
CREATE FUNCTION voortgang.is_aan_te_spreken(p_casus uuid, p_gebruiker uuid, p_organisatie uuid)
RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT gebruikers.is_lopend_mens(p_gebruiker)
       AND EXISTS (SELECT FROM toegang.tellende_rollen(p_gebruiker) t
                    WHERE t.rol = 'aangesprokene' AND t.organisatie = p_organisatie)
       AND EXISTS (SELECT FROM public.organisaties_organisatie g
                    WHERE g.id = p_organisatie AND g.deelnemer IN ('publiek', 'privaat'))
       AND EXISTS (SELECT FROM public.casus_casusrol r
                    WHERE r.casus_id = p_casus AND r.organisatie_id = p_organisatie
                      AND r.beeindigd_op IS NULL AND (r.tot IS NULL OR r.tot >= casus.dag())
                      AND (r.gebruiker_id IS NULL
                           OR (r.antwoord = 'aanvaard' AND r.vanaf <= casus.dag())))
$$;

-- Whom an opschaling can ask, for a procesregisseur who arranges this casus; nobody for anybody else.
CREATE FUNCTION voortgang.aan_te_spreken(p_casus uuid, OUT gebruiker uuid, OUT organisatie uuid)
RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 5
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT toegang.heeft_een(ARRAY['procesregisseur']) OR NOT EXISTS (
        SELECT FROM public.casus_casus c
         WHERE c.id = p_casus AND NOT c.gesloten
           AND (NOT c.dicht OR c.id IN (SELECT h FROM casus.mijn_huiscasussen() h))) THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT DISTINCT a.gebruiker, a.organisatie FROM public.toegang_accountrol a
      WHERE a.rol = 'aangesprokene'
        AND voortgang.is_aan_te_spreken(p_casus, a.gebruiker, a.organisatie);
END $$;

-- What an opschaling needs: a question, a term, and a named decider of a deelnemer of WGS 2.27(1) who
-- admitted the aangesprokene (WGS 2.31(4)).
CREATE FUNCTION voortgang.eis_inhoud(p_inhoud jsonb) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF coalesce(p_inhoud->>'niveau', '') NOT IN ('management', 'bestuur')
       OR coalesce(p_inhoud->>'vraag', '') !~ '\S'
       OR coalesce(p_inhoud->>'toegelaten_door', '') !~ '\S'
       OR coalesce((p_inhoud->>'antwoord_voor')::date NOT BETWEEN casus.dag() + 1 AND casus.dag() + 365, true)
       OR NOT EXISTS (SELECT FROM public.organisaties_organisatie g
                       WHERE g.id = (p_inhoud->>'toegelaten_namens')::uuid
                         AND g.deelnemer = 'publiek') THEN
        PERFORM gebruikers.weiger();
    END IF;
END $$;

-- Bring a casus before an aangesprokene, who from now on sees the question, the stuck afspraken, the term
-- and who it is about. p_id: of the form and its content, so that the same sent again does nothing.
CREATE FUNCTION voortgang.schaal_op(
    p_id uuid, p_casus uuid, p_inhoud jsonb, p_afspraken uuid[], p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur']);
    v_gevraagd uuid := (p_inhoud->>'aangesprokene')::uuid;
BEGIN
    PERFORM casus.eis_casus(p_casus);
    IF EXISTS (SELECT FROM public.voortgang_opschaling o WHERE o.id = p_id AND o.casus_id = p_casus) THEN
        RETURN p_id;
    END IF;
    PERFORM voortgang.eis_inhoud(p_inhoud);
    IF p_id IS NULL OR casus.is_gesloten(p_casus)
       OR coalesce(gebruikers.is_zelfde_mens(v_gevraagd, v_wie), true)
       OR NOT voortgang.is_aan_te_spreken(p_casus, v_gevraagd, (p_inhoud->>'organisatie')::uuid)
       OR EXISTS (SELECT FROM public.voortgang_opschaling o
                   WHERE o.casus_id = p_casus AND o.niveau = p_inhoud->>'niveau'
                     AND (o.datum = casus.dag() OR (o.uitkomst IS NULL AND o.vraag IS NOT NULL)))
       OR EXISTS (SELECT FROM unnest(p_afspraken) v(id)
                   WHERE NOT EXISTS (SELECT FROM public.plan_afspraak a
                          WHERE a.id = v.id AND a.casus_id = p_casus
                            AND a.gereed_op IS NULL AND a.vervallen_op IS NULL)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.voortgang_opschaling (id, casus_id, datum, niveau, vraag, aangesprokene_id,
        toegelaten_op, toegelaten_door, toegelaten_namens_id, antwoord_voor, notitie)
    VALUES (p_id, p_casus, casus.dag(), p_inhoud->>'niveau', p_inhoud->>'vraag', v_gevraagd,
        casus.dag(), p_inhoud->>'toegelaten_door', (p_inhoud->>'toegelaten_namens')::uuid,
        (p_inhoud->>'antwoord_voor')::date, nullif(p_inhoud->>'notitie', ''));
    INSERT INTO public.voortgang_vastgelopenafspraak (id, casus_id, opschaling_id, afspraak_id)
    SELECT gen_random_uuid(), p_casus, p_id, v.id FROM (SELECT DISTINCT unnest(p_afspraken)) v(id);
    PERFORM casus.noteer('casus.opgeschaald', 'opschaling', p_id, p_casus, p_spoor,
        ARRAY['niveau', 'vraag', 'aangesprokene', 'antwoord_voor', 'toegelaten_door', 'notitie'],
        v_gevraagd);
    RETURN p_id;
END $$;

-- The aangesprokene answers; with that the access ends.
CREATE FUNCTION voortgang.beantwoord(p_opschaling uuid, p_antwoord text, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_casus uuid;
BEGIN
    PERFORM gebruikers.eis(ARRAY['aangesprokene']);
    SELECT o.casus_id INTO v_casus FROM public.voortgang_opschaling o
     WHERE o.id = p_opschaling AND o.id IN (SELECT m FROM voortgang.mijn_opschalingen() m);
    -- The casus first, as every act does: it may be closing.
    PERFORM FROM public.casus_casus c WHERE c.id = v_casus FOR UPDATE;
    PERFORM FROM public.voortgang_opschaling o WHERE o.id = p_opschaling AND v_casus IS NOT NULL FOR UPDATE;
    IF v_casus IS NULL OR coalesce(p_antwoord, '') !~ '\S'
       OR p_opschaling NOT IN (SELECT m FROM voortgang.mijn_opschalingen() m) THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.voortgang_opschaling SET antwoord = p_antwoord, beantwoord_op = casus.dag()
     WHERE id = p_opschaling;
    PERFORM casus.noteer('opschaling.beantwoord', 'opschaling', p_opschaling, v_casus, p_spoor,
        ARRAY['antwoord', 'beantwoord_op'], NULL);
END $$;

-- What came of it, in the end; without an answer the access of the aangesprokene ends too.
CREATE FUNCTION voortgang.rond_af(p_opschaling uuid, p_uitkomst text, p_opbrengst text, p_spoor text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    o public.voortgang_opschaling;
BEGIN
    PERFORM gebruikers.eis(ARRAY['procesregisseur']);
    PERFORM casus.eis_casus((SELECT casus_id FROM public.voortgang_opschaling WHERE id = p_opschaling));
    SELECT * INTO o FROM public.voortgang_opschaling WHERE id = p_opschaling FOR UPDATE;
    IF o.uitkomst IS NOT NULL OR casus.is_gesloten(o.casus_id)
       OR coalesce(p_uitkomst, '') NOT IN ('doorbraak', 'geen_doorbraak')
       OR coalesce(p_opbrengst, '') !~ '\S' THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.voortgang_opschaling
       SET uitkomst = p_uitkomst, opbrengst = p_opbrengst, afgerond_op = casus.dag()
     WHERE id = p_opschaling;
    PERFORM casus.noteer('opschaling.afgerond', 'opschaling', p_opschaling, o.casus_id, p_spoor,
        ARRAY['uitkomst', 'opbrengst', 'afgerond_op'], NULL);
END $$;

-- In place of the one in eenmaal.sql: what was rounded off without an answer is over too.
CREATE OR REPLACE FUNCTION voortgang.mijn_opschalingen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 2
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT o.id FROM public.voortgang_opschaling o
      JOIN public.casus_casus c ON c.id = o.casus_id
     WHERE o.aangesprokene_id = wie AND o.beantwoord_op IS NULL AND o.uitkomst IS NULL
       AND o.toegelaten_op <= (now() AT TIME ZONE 'Europe/Amsterdam')::date AND NOT c.gesloten
       AND EXISTS (SELECT FROM toegang.tellende_rollen(wie) t WHERE t.rol = 'aangesprokene');
END $$;

-- Whether the asker was asked, also when the question waits no more: so that a page can say that an answer
-- came too late. It tells nothing that they were not told by then.
CREATE FUNCTION voortgang.was_gevraagd(p_opschaling uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN toegang.heeft_een(ARRAY['aangesprokene']) AND EXISTS (
        SELECT FROM public.voortgang_opschaling o
         WHERE o.id = p_opschaling AND o.aangesprokene_id = toegang.vrager() AND o.toegelaten_op <= casus.dag());
END $$;

-- The notes without names of what runs: all for a manager, those for the bestuur for the bestuur.
CREATE FUNCTION voortgang.notities(
    OUT casus uuid, OUT kenmerk text, OUT niveau text, OUT datum date, OUT antwoord_voor date,
    OUT beantwoord_op date, OUT notitie text
) RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 10
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_alles boolean := toegang.heeft_een(ARRAY['manager']);
BEGIN
    IF NOT (v_alles OR toegang.heeft_een(ARRAY['bestuur'])) THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT c.id, c.kenmerk::text, o.niveau::text, o.datum, o.antwoord_voor, o.beantwoord_op, o.notitie
      FROM public.voortgang_opschaling o JOIN public.casus_casus c ON c.id = o.casus_id
     WHERE o.uitkomst IS NULL AND o.notitie IS NOT NULL AND NOT c.gesloten
       AND (v_alles OR o.niveau = 'bestuur')
     ORDER BY o.antwoord_voor, c.kenmerk;
END $$;

REVOKE ALL ON FUNCTION voortgang.is_aan_te_spreken(uuid, uuid, uuid), voortgang.aan_te_spreken(uuid),
    voortgang.eis_inhoud(jsonb), voortgang.schaal_op(uuid, uuid, jsonb, uuid[], text),
    voortgang.beantwoord(uuid, text, text), voortgang.rond_af(uuid, text, text, text),
    voortgang.was_gevraagd(uuid), voortgang.notities() FROM PUBLIC;
