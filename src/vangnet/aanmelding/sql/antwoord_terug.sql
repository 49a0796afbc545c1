-- SPDX-License-Identifier: EUPL-1.2
-- An answer that was recorded by mistake is taken back, until the aanmelder said to have read it. So that there
-- is time for that, what opened no casus goes two days after the answer, in the place of one (termijn.sql).

CREATE OR REPLACE FUNCTION aanmelding.verdwijnt_op(
    p_besloten date, p_binnen timestamptz, p_bereikt timestamptz, p_dagen integer, p_uitgesteld date
) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT greatest(p_uitgesteld, least(
        greatest(p_besloten, (p_binnen AT TIME ZONE 'Europe/Amsterdam')::date) + p_dagen,
        (p_bereikt AT TIME ZONE 'Europe/Amsterdam')::date + 2))
$$;

CREATE FUNCTION aanmelding.neem_antwoord_terug(p_aanmelding uuid, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    a public.aanmelding_aanmelding;
BEGIN
    PERFORM gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    -- Under the lock that destroying, correcting and reading take too.
    SELECT * INTO a FROM public.aanmelding_aanmelding WHERE id = p_aanmelding FOR UPDATE;
    IF NOT FOUND OR a.dicht THEN
        PERFORM gebruikers.weiger();
    END IF;
    DELETE FROM public.aanmelding_antwoord w WHERE w.aanmelding_id = a.id AND w.gelezen_op IS NULL;
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM aanmelding.noteer_antwoord('antwoord.teruggenomen', a, p_spoor,
        ARRAY['wijze', 'toelichting']);
END $$;

REVOKE ALL ON FUNCTION aanmelding.neem_antwoord_terug(uuid, text) FROM PUBLIC;
