-- SPDX-License-Identifier: EUPL-1.2
-- Which questions a partner sees: those to an organisation for which their rol runs, about nobody of
-- another side (toegang.md sections 2 and 4). It tells the asker about the asker alone.
CREATE SCHEMA beeld;

CREATE FUNCTION beeld.mijn_vragen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT v.id FROM casus.partnerrollen_van(wie) r
      JOIN public.beeld_informatievraag v
        ON v.casus_id = r.casus_id AND v.organisatie_id = r.organisatie_id
      LEFT JOIN public.casus_betrokkenheid m ON m.id = v.betrokkenheid_id
     WHERE m.zijde IS NULL OR r.zijde IS NULL OR m.zijde = r.zijde;
END $$;

REVOKE ALL ON FUNCTION beeld.mijn_vragen() FROM PUBLIC;
