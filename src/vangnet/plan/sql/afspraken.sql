-- SPDX-License-Identifier: EUPL-1.2
-- Ticking off an afspraak, and the days it was to be ready by before (toegang.md sections 2 and 4).

CREATE SCHEMA IF NOT EXISTS plan;

-- Ready, or open again: who works on the casus for the house, or a partner for what their organisation
-- does in a casus in which they take part for it. A partner takes back only what was ticked off today;
-- a grant by column can't tell the two apart, hence a function. What is so already stays as it is.
CREATE FUNCTION plan.zet_gereed(p_afspraak uuid, p_gereed boolean, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'trajectbegeleider',
                                       'ketenpartner']);
    v_dag date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
    a public.plan_afspraak;
    v_huis boolean;
BEGIN
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

-- A moved day stays readable with the afspraak; no role may write the column.
CREATE FUNCTION plan.bewaar_eerdere_dag() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.eerder_op := OLD.eerder_op;
    IF NEW.uiterlijk_op <> OLD.uiterlijk_op THEN
        NEW.eerder_op := OLD.eerder_op || OLD.uiterlijk_op;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER eerdere_dag BEFORE UPDATE ON public.plan_afspraak FOR EACH ROW
EXECUTE FUNCTION plan.bewaar_eerdere_dag();

REVOKE ALL ON FUNCTION plan.zet_gereed(uuid, boolean, text), plan.bewaar_eerdere_dag() FROM PUBLIC;
