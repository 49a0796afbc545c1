-- SPDX-License-Identifier: EUPL-1.2
-- What a manager is told of the work of the house (toegang.md section 2: workload, terms and queue, no
-- content): numbers for each colleague and of the queue, and of an opschaling its kenmerk and term.

-- How many open casussen a colleague has by name, for each kind of rol; none yet, then 0. Of whom the account
-- role counts today: with a rol of before nobody works. A rol that has a first day was accepted.
CREATE FUNCTION voortgang.werklast(
    OUT gebruiker uuid, OUT naam text, OUT als_regisseur integer, OUT als_trajectbegeleider integer
) RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 10000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_dag date := casus.dag();
BEGIN
    IF NOT toegang.heeft_een(ARRAY['manager']) THEN
        RETURN;
    END IF;
    RETURN QUERY
    WITH soort AS (
        SELECT g.id, g.naam::text AS naam, casus.is_aangewezen(g.id, 'regisseur', NULL) AS regisseur,
               casus.is_aangewezen(g.id, 'trajectbegeleider', NULL) AS trajectbegeleider
          FROM public.gebruikers_gebruiker g)
    SELECT s.id, s.naam, lopend.als_regisseur, lopend.als_trajectbegeleider
      FROM soort s CROSS JOIN LATERAL (
           SELECT count(DISTINCT r.casus_id) FILTER (WHERE r.rol = 'regisseur')::integer AS als_regisseur,
                  count(DISTINCT r.casus_id)
                      FILTER (WHERE r.rol = 'trajectbegeleider')::integer AS als_trajectbegeleider
             FROM public.casus_casusrol r JOIN public.casus_casus c ON c.id = r.casus_id
            WHERE r.gebruiker_id = s.id AND r.beeindigd_op IS NULL AND r.vanaf <= v_dag
              AND (r.tot IS NULL OR r.tot >= v_dag) AND NOT c.gesloten) lopend
     WHERE s.regisseur OR s.trajectbegeleider
     ORDER BY s.naam, s.id;
END $$;

-- The queue of aanmeldingen: how many wait for a decision, since when the oldest, and how many for more than
-- a week. The table of triage is weekly, so those have been passed over.
CREATE FUNCTION voortgang.triagerij(OUT aantal integer, OUT oudste date, OUT te_lang integer) RETURNS record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT toegang.heeft_een(ARRAY['manager']) THEN
        RETURN;
    END IF;
    SELECT count(*), min(a.ontvangen_op), count(*) FILTER (WHERE a.ontvangen_op < casus.dag() - 7)
      INTO aantal, oudste, te_lang FROM public.aanmelding_aanmelding a WHERE a.triage_besluit IS NULL;
END $$;

-- The opschalingen that wait for an answer, with their term. Also of one without a note for the gremium.
CREATE FUNCTION voortgang.wachtende_opschalingen(
    OUT casus uuid, OUT kenmerk text, OUT niveau text, OUT antwoord_voor date
) RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 10
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT toegang.heeft_een(ARRAY['manager']) THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT c.id, c.kenmerk::text, o.niveau::text, o.antwoord_voor
      FROM public.voortgang_opschaling o JOIN public.casus_casus c ON c.id = o.casus_id
     WHERE o.uitkomst IS NULL AND o.vraag IS NOT NULL AND o.beantwoord_op IS NULL
       AND o.antwoord_voor IS NOT NULL AND NOT c.gesloten
     ORDER BY o.antwoord_voor, c.kenmerk;
END $$;

DROP FUNCTION voortgang.late_antwoorden();

REVOKE ALL ON FUNCTION voortgang.werklast(), voortgang.triagerij(), voortgang.wachtende_opschalingen()
    FROM PUBLIC;
