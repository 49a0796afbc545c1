-- SPDX-License-Identifier: EUPL-1.2
-- The only way in: the asker is filled by the database, so nobody can sign for somebody else.
CREATE SCHEMA IF NOT EXISTS journaal;

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
        p_toegestaan, p_regel, NULL, p_herkomst, p_spoor, p_velden, p_aantallen);
    INSERT INTO public.journaal_onderwerp (id, handeling_id, soort, onderwerp)
    SELECT gen_random_uuid(), v_id, s.soort, s.onderwerp
      FROM unnest(p_soorten, p_onderwerpen) AS s(soort, onderwerp);
    RETURN v_id;
END $$;

CREATE OR REPLACE FUNCTION journaal.weiger() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'het journaal wordt alleen aangevuld' USING ERRCODE = '42501';
END $$;

CREATE OR REPLACE TRIGGER alleen_aanvullen BEFORE UPDATE OR DELETE OR TRUNCATE
    ON journaal_handeling FOR EACH STATEMENT EXECUTE FUNCTION journaal.weiger();
CREATE OR REPLACE TRIGGER alleen_aanvullen BEFORE UPDATE OR DELETE OR TRUNCATE
    ON journaal_onderwerp FOR EACH STATEMENT EXECUTE FUNCTION journaal.weiger();

-- Always: also where a restore or a replica switches ordinary triggers off.
ALTER TABLE journaal_handeling ENABLE ALWAYS TRIGGER alleen_aanvullen;
ALTER TABLE journaal_onderwerp ENABLE ALWAYS TRIGGER alleen_aanvullen;

-- Words of our own, ids and numbers; a value, a name or a BSN doesn't fit. Only `doel` may be a
-- reason that somebody gave (an export asks for one): no number as long as a BSN in it.
ALTER TABLE journaal_handeling ADD CONSTRAINT handeling_zonder_waarden CHECK (
    handeling ~ '^[a-z_]+\.[a-z_]+$'
    AND object_soort ~ '^[a-z0-9_:.-]*$'
    AND regel ~ '^[a-z0-9_:.-]*$'
    AND herkomst ~ '^[a-z_]*$'
    AND spoor ~ '^[0-9a-f]*$'
    AND doel !~ '[0-9]{6}'
    AND array_to_string(velden, ' ') ~ '^[a-z0-9_. ]*$'
    AND aantallen::text ~ '^\{("[a-z_]+": [0-9]+(, )?)*\}$');
ALTER TABLE journaal_onderwerp ADD CONSTRAINT onderwerp_zonder_waarden CHECK (soort ~ '^[a-z_]+$');

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA journaal FROM PUBLIC;
