-- SPDX-License-Identifier: EUPL-1.2
-- One mail a day to an account about its own work: who is due, who takes it on, and what came of it. For
-- the clock only. What stands in the mail is counted as the account itself and never comes here.

CREATE FUNCTION gebruikers.eis_klok() RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') NOT IN ('opdracht', 'taak')
       OR NOT toegang.heeft_een(ARRAY['opdrachtregel']) THEN
        PERFORM gebruikers.weiger();
    END IF;
END $$;

-- The accounts that want a mail on this day of the week and about which nothing is settled yet today: a
-- mail that the server refused is tried five times. Rows of a month ago go.
CREATE FUNCTION gebruikers.begin_samenvattingen(p_spoor text, OUT gebruiker uuid, OUT email text)
RETURNS SETOF record
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_dag date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
BEGIN
    PERFORM gebruikers.eis_klok();
    DELETE FROM public.gebruikers_samenvatting s WHERE s.dag < v_dag - 30;
    RETURN QUERY
    SELECT g.id, g.email::text FROM public.gebruikers_gebruiker g
     WHERE NOT g.is_demo AND g.systeemnaam IS NULL AND (g.actief_tot IS NULL OR g.actief_tot >= v_dag)
       AND position(extract(isodow FROM v_dag)::text IN g.samenvatting_dagen) > 0
       AND EXISTS (SELECT FROM toegang.tellende_rollen(g.id))
       AND NOT EXISTS (SELECT FROM public.gebruikers_samenvatting s
                        WHERE s.gebruiker = g.id AND s.dag = v_dag
                          AND (s.stand <> 'mislukt' OR s.pogingen >= 5))
     ORDER BY g.id;
END $$;

-- Take one on; no when another run did. From here on nobody sends it again today, unless it is known that it
-- was not sent: who is killed half-way leaves 'bezig'.
CREATE FUNCTION gebruikers.neem_samenvatting(p_gebruiker uuid, p_spoor text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_dag date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
BEGIN
    PERFORM gebruikers.eis_klok();
    INSERT INTO public.gebruikers_samenvatting (id, gebruiker, dag, stand, pogingen, laatst_op)
    SELECT gen_random_uuid(), g.id, v_dag, 'bezig', 1, now()
      FROM public.gebruikers_gebruiker g WHERE g.id = p_gebruiker
    ON CONFLICT (gebruiker, dag) DO UPDATE
       SET stand = 'bezig', pogingen = gebruikers_samenvatting.pogingen + 1, laatst_op = now()
     WHERE gebruikers_samenvatting.stand = 'mislukt' AND gebruikers_samenvatting.pogingen < 5;
    RETURN FOUND;
END $$;

-- What came of the one that was taken on. The journaal says that there was a mail, and nothing of it; of a day
-- on which there was nothing to say, nothing.
CREATE FUNCTION gebruikers.rond_samenvatting_af(p_gebruiker uuid, p_stand text, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM gebruikers.eis_klok();
    UPDATE public.gebruikers_samenvatting s SET stand = p_stand, laatst_op = now()
     WHERE s.gebruiker = p_gebruiker AND s.stand = 'bezig'
       AND s.dag = (now() AT TIME ZONE 'Europe/Amsterdam')::date
       AND p_stand IN ('verzonden', 'niets', 'mislukt', 'onzeker');
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF p_stand <> 'niets' THEN
        PERFORM journaal.leg_vast('samenvatting.' || p_stand, 'gebruiker', p_gebruiker, NULL, '',
            p_stand = 'verzonden', '', 'taak', p_spoor, ARRAY[]::text[], '{}'::jsonb,
            ARRAY[]::text[], ARRAY[]::uuid[]);
    END IF;
END $$;

REVOKE ALL ON FUNCTION gebruikers.eis_klok(), gebruikers.begin_samenvattingen(text),
    gebruikers.neem_samenvatting(uuid, text), gebruikers.rond_samenvatting_af(uuid, text, text) FROM PUBLIC;
