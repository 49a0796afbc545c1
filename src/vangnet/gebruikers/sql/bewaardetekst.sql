-- SPDX-License-Identifier: EUPL-1.2
-- What somebody had typed when the session ended, for an hour, for that account only. The text comes
-- here encrypted with a key that SQL can't read, and its place as a hash: no table says what it was.

-- Keep a text of the account that asks (in, or halfway in) from a session of its own that ran out.
-- Of a session that somebody ended by hand nothing is kept: it may have been a stranger's.
CREATE OR REPLACE FUNCTION gebruikers.bewaar_tekst(
    p_sessie uuid, p_plek text, p_inhoud text, p_spoor text
) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.wie_logt_in();
BEGIN
    IF v_wie IS NULL OR coalesce(p_plek, '') !~ '^[0-9a-f]{64}$'
       OR coalesce(length(p_inhoud), 0) NOT BETWEEN 1 AND 400000
       OR NOT gebruikers.is_lopend_mens(v_wie) OR NOT EXISTS (
            SELECT FROM public.gebruikers_sessie s
             WHERE s.id = p_sessie AND s.gebruiker = v_wie AND s.beeindigd_op IS NULL
               AND s.begonnen_op > now() - interval '11 hours') THEN
        PERFORM gebruikers.weiger();
    END IF;
    -- One text for each form, and no more than five forms of one account.
    DELETE FROM public.gebruikers_bewaardetekst b
     WHERE b.verloopt_op <= now() OR b.id IN (
            SELECT o.id FROM public.gebruikers_bewaardetekst o
             WHERE o.gebruiker = v_wie AND o.plek <> p_plek ORDER BY o.verloopt_op DESC OFFSET 4);
    INSERT INTO public.gebruikers_bewaardetekst (id, gebruiker, plek, inhoud, verloopt_op)
    VALUES (gen_random_uuid(), v_wie, p_plek, p_inhoud, now() + interval '60 minutes')
    ON CONFLICT (gebruiker, plek) DO UPDATE
       SET inhoud = excluded.inhoud, verloopt_op = excluded.verloopt_op;
    PERFORM gebruikers.noteer('tekst.bewaard', 'gebruiker', v_wie, p_spoor, ARRAY['inhoud'], '{}',
        ARRAY[v_wie]);
    RETURN true;
END $$;

-- The places of which a text waits for who is in. Asked at each log-in, so that no text lies there for
-- long after its hour.
CREATE OR REPLACE FUNCTION gebruikers.bewaarde_plekken() RETURNS SETOF text
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    DELETE FROM public.gebruikers_bewaardetekst b WHERE b.verloopt_op <= now();
    SELECT b.plek FROM public.gebruikers_bewaardetekst b
     WHERE b.gebruiker = gebruikers.wie_is_binnen()
$$;

-- Give the text of one place back to who is in, once; nothing when there is none, or not any more.
CREATE OR REPLACE FUNCTION gebruikers.neem_tekst(p_plek text, p_spoor text) RETURNS text
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.wie_is_binnen();
    v_inhoud text;
BEGIN
    DELETE FROM public.gebruikers_bewaardetekst b WHERE b.verloopt_op <= now();
    DELETE FROM public.gebruikers_bewaardetekst b WHERE b.gebruiker = v_wie AND b.plek = p_plek
     RETURNING b.inhoud INTO v_inhoud;
    IF FOUND THEN
        PERFORM gebruikers.noteer('tekst.teruggegeven', 'gebruiker', v_wie, p_spoor,
            ARRAY['inhoud'], '{}', ARRAY[v_wie]);
    END IF;
    RETURN v_inhoud;
END $$;

REVOKE ALL ON FUNCTION gebruikers.bewaar_tekst(uuid, text, text, text),
    gebruikers.bewaarde_plekken(), gebruikers.neem_tekst(text, text) FROM PUBLIC;
