-- SPDX-License-Identifier: EUPL-1.2
-- In the place of inzet.sql: an ondersteuning that was never, because the house goes back on the day of the
-- switch, keeps nothing. Its history stays.

CREATE OR REPLACE FUNCTION casus.wissel_inzet(p_casus uuid, p_soort text, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_dag date := casus.dag();
    v_id uuid := gen_random_uuid();
    v_vorige uuid;
    i public.casus_inzet;
BEGIN
    PERFORM gebruikers.eis(ARRAY['procesregisseur']);
    PERFORM casus.eis_casus(p_casus);
    SELECT * INTO i FROM public.casus_inzet
     WHERE casus_id = p_casus AND vanaf <= v_dag AND tot IS NULL FOR UPDATE;
    IF NOT FOUND OR p_soort IS NULL OR p_soort NOT IN ('procesregie', 'ondersteuning')
       OR i.soort = p_soort
       OR EXISTS (SELECT FROM public.casus_inzet WHERE casus_id = p_casus AND vanaf > v_dag) THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF i.vanaf < v_dag THEN
        UPDATE public.casus_inzet SET tot = v_dag - 1 WHERE id = i.id;
        INSERT INTO public.casus_inzet (id, casus_id, soort, vanaf)
        VALUES (v_id, p_casus, p_soort, v_dag);
    ELSE
        DELETE FROM public.casus_ondersteuning WHERE inzet_id = i.id;
        SELECT id INTO v_vorige FROM public.casus_inzet
         WHERE casus_id = p_casus AND tot = v_dag - 1 AND soort = p_soort;
        v_id := coalesce(v_vorige, i.id);
        IF v_vorige IS NULL THEN
            UPDATE public.casus_inzet SET soort = p_soort WHERE id = i.id;
        ELSE
            DELETE FROM public.casus_inzet WHERE id = i.id;
            UPDATE public.casus_inzet SET tot = NULL WHERE id = v_vorige;
        END IF;
    END IF;
    PERFORM casus.noteer('inzet.gewisseld', 'inzet', v_id, p_casus, p_spoor,
        ARRAY['soort', 'vanaf', 'tot'], NULL);
    RETURN v_id;
END $$;
