-- SPDX-License-Identifier: EUPL-1.2
-- A verdict is for who gave it, who looked and who supervises: it stands with the look. The journaal is read by each
-- colleague who sees the casus, so there stands that it was given, not which one. In place of the one in
-- noodtoegang.sql.
CREATE OR REPLACE FUNCTION toegang.beoordeel_inzage(
    p_id uuid, p_oordeel text, p_bevinding text, p_spoor text
) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_casus uuid;
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') <> 'mens'
       OR coalesce(p_oordeel, '') NOT IN ('terecht', 'onterecht')
       OR coalesce(p_bevinding, '') !~ '\S' THEN
        PERFORM toegang.weiger_inzage();
    END IF;
    UPDATE public.toegang_inzage i
       SET beoordeeld_op = now(), beoordeeld_door = toegang.vrager(), oordeel = p_oordeel,
           bevinding = p_bevinding,
           tot = least(i.tot, greatest(now(), i.vanaf + interval '1 microsecond'))
     WHERE i.id = p_id AND i.beoordeeld_op IS NULL
       AND i.id = ANY(ARRAY(SELECT t FROM toegang.te_beoordelen() t))
    RETURNING i.casus INTO v_casus;
    IF NOT FOUND THEN
        PERFORM toegang.weiger_inzage();
    END IF;
    PERFORM journaal.leg_vast('inzage.beoordeeld', 'inzage', p_id, v_casus, '', true, '',
        'web', p_spoor, ARRAY['oordeel', 'bevinding'], '{}', ARRAY['casus'], ARRAY[v_casus]);
END $$;

-- In place of the one in huisrol.sql: also whether somebody judged it by now, and not how.
DROP FUNCTION toegang.noodtoegang_op(uuid);

CREATE FUNCTION toegang.noodtoegang_op(p_casus uuid, OUT moment timestamptz, OUT beoordeeld boolean)
RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 2
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    dag date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
BEGIN
    IF NOT toegang.is_huis()
       OR p_casus NOT IN (SELECT h FROM casus.mijn_huiscasussen() h)
       OR NOT EXISTS (
        SELECT FROM public.casus_casusrol r
         WHERE r.casus_id = p_casus AND r.gebruiker_id = toegang.vrager() AND r.rol = 'regisseur'
           AND r.antwoord = 'aanvaard' AND r.beeindigd_op IS NULL
           AND r.vanaf <= dag AND (r.tot IS NULL OR r.tot >= dag)) THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT i.vanaf, i.beoordeeld_op IS NOT NULL FROM public.toegang_inzage i
     WHERE i.casus = p_casus AND i.soort = 'noodtoegang'
       AND i.vanaf BETWEEN now() - interval '30 days' AND now() ORDER BY i.vanaf DESC;
END $$;

REVOKE ALL ON FUNCTION toegang.noodtoegang_op(uuid) FROM PUBLIC;
