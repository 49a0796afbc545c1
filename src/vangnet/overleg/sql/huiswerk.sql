-- SPDX-License-Identifier: EUPL-1.2
-- In place of the one in agenda.sql: a trajectbegeleider writes no verslag and names no third party
-- (toegang.md section 2).

-- The asker, when they work on this casus for the house; the casus stays as it is until the end.
CREATE OR REPLACE FUNCTION overleg.eis_huiswerk(p_casus uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    v_dicht boolean;
BEGIN
    SELECT c.dicht INTO v_dicht FROM public.casus_casus c WHERE c.id = p_casus FOR UPDATE;
    IF v_dicht IS NULL
       OR NOT ((toegang.is_huis() AND NOT v_dicht)
               OR p_casus IN (SELECT h.casus_id FROM casus.huisrollen_van(v_wie) h)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    RETURN v_wie;
END $$;
