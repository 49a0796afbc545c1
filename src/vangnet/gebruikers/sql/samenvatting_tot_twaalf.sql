-- SPDX-License-Identifier: EUPL-1.2
-- The mail of a day is tried until it is no morning any more, however often it was refused; the clock says when
-- that is. And who is due comes with the day of the mail before, for what counts in one mail only.

DROP FUNCTION gebruikers.begin_samenvattingen(text);

-- sinds: the last day before this one of which the mail went, may have gone, or had nothing to say.
CREATE FUNCTION gebruikers.begin_samenvattingen(
    p_spoor text, OUT gebruiker uuid, OUT email text, OUT sinds date
) RETURNS SETOF record
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_dag date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
BEGIN
    PERFORM gebruikers.eis_klok();
    DELETE FROM public.gebruikers_samenvatting s WHERE s.dag < v_dag - 30;
    RETURN QUERY
    SELECT g.id, g.email::text,
           (SELECT max(s.dag) FROM public.gebruikers_samenvatting s
             WHERE s.gebruiker = g.id AND s.dag < v_dag AND s.stand <> 'mislukt')
      FROM public.gebruikers_gebruiker g
     WHERE NOT g.is_demo AND g.systeemnaam IS NULL AND (g.actief_tot IS NULL OR g.actief_tot >= v_dag)
       AND position(extract(isodow FROM v_dag)::text IN g.samenvatting_dagen) > 0
       AND EXISTS (SELECT FROM toegang.tellende_rollen(g.id))
       AND NOT EXISTS (SELECT FROM public.gebruikers_samenvatting s
                        WHERE s.gebruiker = g.id AND s.dag = v_dag AND s.stand <> 'mislukt')
     ORDER BY g.id;
END $$;

REVOKE ALL ON FUNCTION gebruikers.begin_samenvattingen(text) FROM PUBLIC;

-- Take one on; no when another run did. From here on nobody sends it again today, unless it is known that it
-- was not sent: who is killed half-way leaves 'bezig'.
CREATE OR REPLACE FUNCTION gebruikers.neem_samenvatting(p_gebruiker uuid, p_spoor text) RETURNS boolean
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
     WHERE gebruikers_samenvatting.stand = 'mislukt';
    RETURN FOUND;
END $$;

-- What came of the one that was taken on. The journaal says that there was a mail, and nothing of it; of a day
-- on which there was nothing to say, nothing; and of one that was refused all morning, the first time.
CREATE OR REPLACE FUNCTION gebruikers.rond_samenvatting_af(p_gebruiker uuid, p_stand text, p_spoor text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_pogingen integer;
BEGIN
    PERFORM gebruikers.eis_klok();
    UPDATE public.gebruikers_samenvatting s SET stand = p_stand, laatst_op = now()
     WHERE s.gebruiker = p_gebruiker AND s.stand = 'bezig'
       AND s.dag = (now() AT TIME ZONE 'Europe/Amsterdam')::date
       AND p_stand IN ('verzonden', 'niets', 'mislukt', 'onzeker')
    RETURNING s.pogingen INTO v_pogingen;
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF p_stand IN ('verzonden', 'onzeker') OR (p_stand = 'mislukt' AND v_pogingen = 1) THEN
        PERFORM journaal.leg_vast('samenvatting.' || p_stand, 'gebruiker', p_gebruiker, NULL, '',
            p_stand = 'verzonden', '', 'taak', p_spoor, ARRAY[]::text[], '{}'::jsonb,
            ARRAY[]::text[], ARRAY[]::uuid[]);
    END IF;
END $$;
