-- SPDX-License-Identifier: EUPL-1.2
-- From keys without meaning back to the rows of the register, for who may see those rows. A counter
-- has no row behind it, so its key comes back without an id.
CREATE OR REPLACE FUNCTION kerncijfers.aanmeldingen_achter(p_sleutels bigint[])
RETURNS TABLE (sleutel bigint, id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF toegang.is_huis() IS NOT TRUE THEN
        RAISE EXCEPTION 'niet toegestaan' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN QUERY SELECT f.sleutel, f.bron_id FROM public.feit_aanmelding f
                  WHERE f.sleutel = ANY (p_sleutels);
END $$;

CREATE OR REPLACE FUNCTION kerncijfers.zaken_achter(p_sleutels bigint[])
RETURNS TABLE (sleutel bigint, id uuid)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF toegang.is_huis() IS NOT TRUE THEN
        RAISE EXCEPTION 'niet toegestaan' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN QUERY SELECT f.sleutel, f.bron_id FROM public.feit_casus f
                  WHERE f.sleutel = ANY (p_sleutels);
END $$;

REVOKE ALL ON FUNCTION kerncijfers.aanmeldingen_achter(bigint[]) FROM PUBLIC;
REVOKE ALL ON FUNCTION kerncijfers.zaken_achter(bigint[]) FROM PUBLIC;
