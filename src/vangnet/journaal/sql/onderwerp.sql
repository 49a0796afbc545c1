-- SPDX-License-Identifier: EUPL-1.2
-- Replaced by leg_vast.sql.
-- The same way in, which now also says of each subject who looked, and of the casus that it is a subject.
-- The column is for the policies: the seal covers it not. An act bears the look of the asker at its casus
-- or at one of its subjects, of either kind: a person's page or a list names no casus, and who judges a
-- look has to see those too.
CREATE OR REPLACE FUNCTION journaal.leg_vast(
    p_handeling text, p_object_soort text, p_object uuid, p_casus uuid, p_doel text,
    p_toegestaan boolean, p_regel text, p_herkomst text, p_spoor text, p_velden text[],
    p_aantallen jsonb, p_soorten text[], p_onderwerpen uuid[]
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_id uuid := gen_random_uuid();
    v_gebruiker uuid;
    v_soort text;
BEGIN
    SELECT v.gebruiker, v.soort INTO v_gebruiker, v_soort FROM toegang.gelezen_vrager() v;
    INSERT INTO public.journaal_handeling (id, moment, gebruiker, organisatie, vrager_soort,
        handeling, object_soort, object, casus, doel, toegestaan, regel, noodtoegang, herkomst,
        spoor, velden, aantallen)
    VALUES (v_id, clock_timestamp(), v_gebruiker,
        (SELECT r.organisatie FROM public.toegang_accountrol r
          WHERE r.gebruiker = v_gebruiker AND r.organisatie IS NOT NULL
            AND (now() AT TIME ZONE 'Europe/Amsterdam')::date BETWEEN r.vanaf
                AND coalesce(r.tot, 'infinity')
          ORDER BY r.vanaf DESC LIMIT 1),
        coalesce(v_soort, 'bezoeker'), p_handeling, p_object_soort, p_object, p_casus, p_doel,
        p_toegestaan, p_regel,
        (SELECT i.id FROM public.toegang_inzage i
          WHERE i.gebruiker = v_gebruiker AND now() BETWEEN i.vanaf AND i.tot
            AND (i.casus = p_casus OR i.casus = ANY (p_onderwerpen))
          ORDER BY i.vanaf DESC LIMIT 1),
        p_herkomst, p_spoor, p_velden, p_aantallen);
    INSERT INTO public.journaal_onderwerp (id, handeling_id, gebruiker, soort, onderwerp)
    SELECT gen_random_uuid(), v_id, v_gebruiker, s.soort, s.onderwerp
      FROM (SELECT u.soort, u.onderwerp FROM unnest(p_soorten, p_onderwerpen) u(soort, onderwerp)
            UNION SELECT 'casus', p_casus WHERE p_casus IS NOT NULL) s;
    RETURN v_id;
END $$;
