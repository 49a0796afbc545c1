-- SPDX-License-Identifier: EUPL-1.2
-- What has to be done before a casus can close: no afspraak open, no handover without an answer, no
-- opschaling that waits for a breakthrough, no verslag that is still written, of procesregie a result
-- per goal, an inzet that says whether there is a resultaat, and a reason to stop following early.

-- What was typed for an overleg that was called off is no verslag that waits: nobody can vaststellen it.
CREATE FUNCTION afsluiting.staat_open(p_casus uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (SELECT FROM public.plan_afspraak a
                    WHERE a.casus_id = p_casus AND a.gereed_op IS NULL AND a.vervallen_op IS NULL)
        OR EXISTS (SELECT FROM public.afsluiting_overdracht o
                    WHERE o.casus_id = p_casus AND o.antwoord IS NULL)
        OR EXISTS (SELECT FROM public.voortgang_opschaling p
                    WHERE p.casus_id = p_casus AND p.vraag IS NOT NULL AND p.uitkomst IS NULL)
        OR EXISTS (SELECT FROM public.overleg_verslag v
                    JOIN public.overleg_agendapunt a ON a.id = v.agendapunt_id
                    JOIN public.overleg_overleg o ON o.id = a.overleg_id
                    WHERE v.casus_id = p_casus AND v.vastgesteld_op IS NULL
                      AND o.afgelast_op IS NULL AND concat(v.tekst, v.besluit) ~ '\S')
$$;
REVOKE ALL ON FUNCTION afsluiting.staat_open(uuid) FROM PUBLIC;

CREATE OR REPLACE FUNCTION afsluiting.eis_sluitbaar(b public.afsluiting_besluit) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_inzet text;
BEGIN
    SELECT i.soort INTO v_inzet FROM public.casus_inzet i
     WHERE i.casus_id = b.casus_id AND i.vanaf <= casus.dag() ORDER BY i.vanaf DESC LIMIT 1;
    IF v_inzet IS NULL OR (v_inzet = 'procesregie') <> (b.resultaat IS NOT NULL)
       OR casus.is_gesloten(b.casus_id) OR afsluiting.staat_open(b.casus_id)
       OR EXISTS (SELECT FROM public.casus_inzet i
                   WHERE i.casus_id = b.casus_id AND i.vanaf > casus.dag())
       OR (v_inzet = 'procesregie' AND EXISTS (
            SELECT FROM public.plan_doel d WHERE d.casus_id = b.casus_id AND d.resultaat IS NULL))
       OR (b.overdracht_id IS NOT NULL AND NOT EXISTS (
            SELECT FROM public.afsluiting_overdracht o
             WHERE o.id = b.overdracht_id AND o.casus_id = b.casus_id AND o.antwoord = 'aanvaard'))
       OR (coalesce(b.volgen_gestopt, '') !~ '\S' AND EXISTS (
            SELECT FROM public.plan_plan p
             WHERE p.casus_id = b.casus_id AND p.ondertekend_op IS NOT NULL
               AND p.volgen_tot > casus.dag())) THEN
        PERFORM gebruikers.weiger();
    END IF;
END $$;
