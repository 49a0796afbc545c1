-- SPDX-License-Identifier: EUPL-1.2
-- A role for somebody else. One that reads content does nothing yet: see bevestig_rol. That of an auditor
-- has a last day (toegang.md section 2: time-boxed). In place of the one in beheer.sql.
CREATE OR REPLACE FUNCTION gebruikers.geef_rol(
    p_gebruiker uuid, p_rol text, p_organisatie uuid, p_taak text, p_screening_op date,
    p_vanaf date, p_tot date, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['beheerder']);
    v_dag date := gebruikers.dag();
    v_id uuid := gen_random_uuid();
    v_huis boolean := EXISTS (SELECT FROM public.inrichting_huis h WHERE h.id = p_organisatie);
BEGIN
    IF NOT gebruikers.is_lopend_mens(p_gebruiker) OR gebruikers.is_zelfde_mens(p_gebruiker, v_wie)
       OR p_rol IS NULL OR p_rol = 'opdrachtregel' OR p_taak IS NULL
       OR coalesce(p_screening_op > v_dag, true) OR coalesce(p_vanaf < v_dag, true)
       OR (p_rol = 'auditor' AND p_tot IS NULL)
       OR (v_huis AND p_rol IN ('ketenpartner', 'coordinator', 'aangesprokene'))
       OR NOT (v_huis OR EXISTS (
            SELECT FROM public.organisaties_organisatie o WHERE o.id = p_organisatie)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.toegang_accountrol (id, gebruiker, rol, organisatie, taak, screening_op,
        vanaf, tot, gegeven_door, gegeven_op)
    VALUES (v_id, p_gebruiker, p_rol, p_organisatie, p_taak, p_screening_op, p_vanaf, p_tot, v_wie,
        now());
    PERFORM gebruikers.noteer('rol.gegeven', 'accountrol', v_id, p_spoor,
        ARRAY['rol', 'organisatie', 'taak', 'screening_op', 'vanaf', 'tot'],
        jsonb_build_object(p_rol, 1), ARRAY[p_gebruiker]);
    RETURN v_id;
END $$;
