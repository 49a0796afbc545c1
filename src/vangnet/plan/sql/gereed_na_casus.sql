-- SPDX-License-Identifier: EUPL-1.2
-- In place of the one in afspraken.sql: the casus is locked first, as by every other act. Whether it may
-- close rests on what is open, so nothing opens again while it closes.
CREATE OR REPLACE FUNCTION plan.zet_gereed(p_afspraak uuid, p_gereed boolean, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'trajectbegeleider',
                                       'ketenpartner']);
    v_dag date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
    a public.plan_afspraak;
    v_huis boolean;
BEGIN
    PERFORM FROM public.casus_casus c JOIN public.plan_afspraak x ON x.casus_id = c.id
     WHERE x.id = p_afspraak FOR UPDATE OF c;
    SELECT * INTO a FROM public.plan_afspraak WHERE id = p_afspraak FOR UPDATE;
    v_huis := (toegang.is_huis() AND NOT a.dicht)
        OR a.casus_id IN (SELECT h.casus_id FROM casus.huisrollen_van(v_wie) h);
    IF a.id IS NULL OR p_gereed IS NULL OR a.vervallen_op IS NOT NULL
       OR NOT (v_huis OR EXISTS (
            SELECT FROM casus.partnerrollen_van(v_wie) p
             WHERE p.casus_id = a.casus_id AND p.organisatie_id = a.organisatie_id))
       OR NOT (v_huis OR p_gereed OR a.gereed_op IS NULL OR a.gereed_op = v_dag) THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF p_gereed = (a.gereed_op IS NOT NULL) THEN
        RETURN;
    END IF;
    UPDATE public.plan_afspraak SET gereed_op = CASE WHEN p_gereed THEN v_dag END
     WHERE id = p_afspraak;
    PERFORM casus.noteer(CASE WHEN p_gereed THEN 'afspraak.gereed' ELSE 'afspraak.weer_open' END,
        'afspraak', p_afspraak, a.casus_id, p_spoor, ARRAY['gereed_op'], NULL);
END $$;
