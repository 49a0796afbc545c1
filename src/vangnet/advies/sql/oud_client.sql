-- SPDX-License-Identifier: EUPL-1.2
-- A former client who calls a trajectbegeleider is counted: the day, the gemeente when it is known, and
-- nothing about who it is (page on figures: adviezen.soort trajectbegeleiding, aan client).
CREATE SCHEMA IF NOT EXISTS advies;

-- p_sleutel: the id to make it with; the same once more is one call.
CREATE FUNCTION advies.tel_oud_client(p_sleutel uuid, p_gemeente text, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['trajectbegeleider']);
BEGIN
    IF p_sleutel IS NULL OR (p_gemeente IS NOT NULL AND NOT EXISTS (
            SELECT FROM public.inrichting_gemeente g WHERE g.code = p_gemeente)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.advies_advies (id, kenmerk, datum, soort, aan, gemeente)
    VALUES (p_sleutel, 'AD-' || p_sleutel, (now() AT TIME ZONE 'Europe/Amsterdam')::date,
        'trajectbegeleiding', 'client', p_gemeente)
    ON CONFLICT (id) DO NOTHING;
    IF FOUND THEN
        PERFORM journaal.leg_vast('advies.geteld', 'advies', p_sleutel, NULL, '', true, '', 'web', p_spoor,
            ARRAY['datum', 'soort', 'aan', 'gemeente'], '{}', '{}', '{}');
    END IF;
    RETURN p_sleutel;
END $$;

REVOKE ALL ON FUNCTION advies.tel_oud_client(uuid, text, text) FROM PUBLIC;
