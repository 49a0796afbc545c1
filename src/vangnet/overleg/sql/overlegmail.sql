-- SPDX-License-Identifier: EUPL-1.2
-- The mail that asks somebody to come to an overleg, or not to come after all. A row tells to whom and how often;
-- what stands in the mail is decided when it goes. An act sets rows ready in its own transaction, the clock sends.

-- Compare what each person has in their calendar with what holds now, and set ready what differs. An overleg that
-- is over tells nobody anything. For functions of the owner.
CREATE FUNCTION overleg.zet_klaar(p_overleg uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    o public.overleg_overleg;
BEGIN
    -- Who changes another point at the same time waits here, and then sees this change.
    SELECT * INTO o FROM public.overleg_overleg WHERE id = p_overleg FOR UPDATE;
    IF o.id IS NULL OR o.datum < casus.dag() THEN
        RETURN;
    END IF;
    INSERT INTO public.overleg_overlegmail (id, overleg, gebruiker, volgnummer, stand, pogingen, in_agenda,
           laatst_op)
    SELECT gen_random_uuid(), o.id, k, 0, 'wacht', 0, false, now() FROM overleg.komen_naar(o.id) k
    ON CONFLICT DO NOTHING;
    UPDATE public.overleg_overlegmail m
       SET stand = CASE WHEN n.weet THEN 'niets' ELSE 'wacht' END, pogingen = 0,
           volgnummer = m.volgnummer + CASE WHEN n.weet THEN 0 ELSE 1 END
      FROM (SELECT x.id, k IS NOT NULL = x.in_agenda AND (k IS NULL
                   OR (x.datum, x.aanvang) IS NOT DISTINCT FROM (o.datum, o.aanvang)) AS weet
              FROM public.overleg_overlegmail x
              LEFT JOIN overleg.komen_naar(o.id) k ON k = x.gebruiker
             WHERE x.overleg = o.id) n
     WHERE m.id = n.id AND n.weet = (m.stand = 'wacht');
END $$;

-- Who is asked by name for any point, unless the overleg is off.
CREATE FUNCTION overleg.komen_naar(p_overleg uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 10 AS $$
    SELECT DISTINCT g.gebruiker_id FROM public.overleg_agendapunt a
      JOIN public.overleg_overleg o ON o.id = a.overleg_id AND o.afgelast_op IS NULL
      JOIN public.overleg_genodigde g ON g.agendapunt_id = a.id
     WHERE a.overleg_id = p_overleg AND g.gebruiker_id IS NOT NULL AND g.weggelaten_op IS NULL
$$;

-- For the house, after an act on an overleg. Nothing is opened or told by it: it only compares.
CREATE FUNCTION overleg.zet_mails_klaar(p_overleg uuid, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
BEGIN
    IF NOT EXISTS (SELECT FROM public.overleg_overleg o WHERE o.id = p_overleg) THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM overleg.zet_klaar(p_overleg);
END $$;

-- What waits, for accounts that want mail at all; what was refused, after a while, and at last each hour. Rows of
-- an overleg of a month ago go.
CREATE FUNCTION overleg.begin_mails(
    p_spoor text, OUT mail uuid, OUT overleg uuid, OUT gebruiker uuid, OUT email text
) RETURNS SETOF record
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM gebruikers.eis_klok();
    DELETE FROM public.overleg_overlegmail m USING public.overleg_overleg o
     WHERE o.id = m.overleg AND o.datum < casus.dag() - 30;
    RETURN QUERY
    SELECT m.id, m.overleg, g.id, g.email::text FROM public.overleg_overlegmail m
      JOIN public.gebruikers_gebruiker g ON g.id = m.gebruiker
     WHERE (m.stand = 'wacht' OR (m.stand = 'mislukt'
            AND m.laatst_op < now() - least(m.pogingen, 12) * interval '5 minutes'))
       AND NOT g.is_demo AND gebruikers.is_lopend_mens(g.id) AND g.samenvatting_dagen <> ''
       AND EXISTS (SELECT FROM toegang.tellende_rollen(g.id))
     ORDER BY m.laatst_op, m.id;
END $$;

-- Take one on: 'komt' or 'af', with the SEQUENCE of the calendar entry and when the overleg is; all empty when
-- there is nothing (any more) to send. p_ziet: the account sees the overleg itself, asked just now. Who is left
-- out reads only what their calendar has already. From here on nobody sends it again, unless it is known that it
-- was not sent.
CREATE FUNCTION overleg.neem_mail(
    p_mail uuid, p_ziet boolean, p_spoor text,
    OUT soort text, OUT reeks integer, OUT datum date, OUT aanvang time
)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    o public.overleg_overleg;
    m public.overleg_overlegmail;
    v_komt boolean;
    v_gevraagd boolean;
BEGIN
    PERFORM gebruikers.eis_klok();
    SELECT x.* INTO o FROM public.overleg_overleg x JOIN public.overleg_overlegmail y ON y.overleg = x.id
     WHERE y.id = p_mail FOR UPDATE OF x;
    SELECT * INTO m FROM public.overleg_overlegmail WHERE id = p_mail FOR UPDATE;
    IF m.id IS NULL OR p_ziet IS NULL THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF m.stand NOT IN ('wacht', 'mislukt') THEN
        RETURN;
    END IF;
    v_komt := m.gebruiker IN (SELECT k FROM overleg.komen_naar(o.id) k);
    v_gevraagd := EXISTS (SELECT FROM public.overleg_genodigde g
                            JOIN public.overleg_agendapunt a ON a.id = g.agendapunt_id
                           WHERE a.overleg_id = o.id AND g.gebruiker_id = m.gebruiker
                             AND g.weggelaten_op IS NULL);
    IF o.datum < casus.dag() OR (v_gevraagd AND NOT p_ziet)
       OR (m.stand = 'wacht' AND NOT v_komt AND NOT m.in_agenda) THEN
        UPDATE public.overleg_overlegmail SET stand = 'niets' WHERE id = m.id;
        RETURN;
    END IF;
    soort := CASE WHEN v_komt THEN 'komt' ELSE 'af' END;
    reeks := o.versie - 1 + m.volgnummer;
    datum := CASE WHEN v_komt THEN o.datum ELSE m.datum END;
    aanvang := CASE WHEN v_komt THEN o.aanvang ELSE m.aanvang END;
    UPDATE public.overleg_overlegmail x
       SET stand = 'bezig', pogingen = x.pogingen + 1, laatst_op = now(), in_agenda = v_komt,
           datum = neem_mail.datum, aanvang = neem_mail.aanvang
     WHERE x.id = m.id;
END $$;

-- What came of the one that was taken on: a row in the journaal, of one that is refused the first time only. What
-- changed meanwhile waits again, and goes on waiting.
CREATE FUNCTION overleg.rond_mail_af(p_mail uuid, p_stand text, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    m public.overleg_overlegmail;
BEGIN
    PERFORM gebruikers.eis_klok();
    SELECT * INTO m FROM public.overleg_overlegmail WHERE id = p_mail FOR UPDATE;
    IF m.id IS NULL OR m.pogingen + m.volgnummer = 0
       OR coalesce(p_stand, '') NOT IN ('verzonden', 'mislukt', 'onzeker') THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.overleg_overlegmail SET stand = p_stand, laatst_op = now()
     WHERE id = m.id AND stand = 'bezig';
    IF p_stand <> 'mislukt' OR m.pogingen <= 1 THEN
        PERFORM journaal.leg_vast('overlegmail.' || p_stand, 'overleg', m.overleg, NULL, '',
            p_stand = 'verzonden', '', 'taak', p_spoor, ARRAY[]::text[], '{}'::jsonb,
            ARRAY['gebruiker'], ARRAY[m.gebruiker]);
    END IF;
END $$;

REVOKE ALL ON FUNCTION overleg.zet_klaar(uuid), overleg.komen_naar(uuid), overleg.zet_mails_klaar(uuid, text),
    overleg.begin_mails(text), overleg.neem_mail(uuid, boolean, text),
    overleg.rond_mail_af(uuid, text, text) FROM PUBLIC;
