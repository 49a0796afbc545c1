-- SPDX-License-Identifier: EUPL-1.2
-- The same way in as in onderwerp.sql, which now also says with each subject of which casus the act is:
-- that of the act, or else the only casus among its subjects. Who may not see that casus sees no subject
-- of it. The column is for the policies: the seal covers it not. Roles and organisation are those that
-- count at this moment; of several roles all are written, and the organisation of the first.
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
    v_rol text;
    v_organisatie uuid;
    v_casussen uuid[] := ARRAY(SELECT DISTINCT u.onderwerp
        FROM unnest(p_soorten, p_onderwerpen) u(soort, onderwerp) WHERE u.soort = 'casus');
BEGIN
    SELECT v.gebruiker, v.soort INTO v_gebruiker, v_soort FROM toegang.gelezen_vrager() v;
    SELECT coalesce(string_agg(DISTINCT t.rol, ' '), ''),
           (array_agg(t.organisatie ORDER BY t.rol, t.organisatie)
                FILTER (WHERE t.organisatie IS NOT NULL))[1]
      INTO v_rol, v_organisatie FROM toegang.tellende_rollen(v_gebruiker) t;
    INSERT INTO public.journaal_handeling (id, moment, gebruiker, organisatie, vrager_soort,
        handeling, object_soort, object, casus, doel, toegestaan, regel, noodtoegang, herkomst,
        spoor, velden, aantallen, rol)
    VALUES (v_id, clock_timestamp(), v_gebruiker, v_organisatie,
        coalesce(v_soort, 'bezoeker'), p_handeling, p_object_soort, p_object, p_casus, p_doel,
        p_toegestaan, p_regel,
        (SELECT i.id FROM public.toegang_inzage i
          WHERE i.gebruiker = v_gebruiker AND now() BETWEEN i.vanaf AND i.tot
            AND (i.casus = p_casus OR i.casus = ANY (p_onderwerpen))
          ORDER BY i.vanaf DESC LIMIT 1),
        p_herkomst, p_spoor, p_velden, p_aantallen, v_rol);
    INSERT INTO public.journaal_onderwerp (id, handeling_id, gebruiker, casus, soort, onderwerp)
    SELECT gen_random_uuid(), v_id, v_gebruiker,
           coalesce(p_casus, CASE WHEN cardinality(v_casussen) = 1 THEN v_casussen[1] END),
           s.soort, s.onderwerp
      FROM (SELECT u.soort, u.onderwerp FROM unnest(p_soorten, p_onderwerpen) u(soort, onderwerp)
            UNION SELECT 'casus', p_casus WHERE p_casus IS NOT NULL) s;
    RETURN v_id;
END $$;
