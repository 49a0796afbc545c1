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
           -- 0 as long as nothing ever arrived: then there is nothing to call off either.
           volgnummer = m.volgnummer
                        + CASE WHEN n.weet OR (m.volgnummer = 0 AND NOT m.in_agenda) THEN 0 ELSE 1 END
      FROM (SELECT x.id, k IS NOT NULL = x.in_agenda AND (k IS NULL
                   OR (x.datum, x.aanvang) IS NOT DISTINCT FROM (o.datum, o.aanvang)) AS weet
              FROM public.overleg_overlegmail x
              LEFT JOIN overleg.komen_naar(o.id) k ON k = x.gebruiker
             WHERE x.overleg = o.id) n
     WHERE m.id = n.id AND n.weet = (m.stand IN ('wacht', 'later'));
END $$;

-- Who is asked by name for any point, unless the overleg is off.
CREATE FUNCTION overleg.komen_naar(p_overleg uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 10 AS $$
    SELECT DISTINCT g.gebruiker_id FROM public.overleg_agendapunt a
      JOIN public.overleg_overleg o ON o.id = a.overleg_id AND o.afgelast_op IS NULL
      JOIN public.overleg_genodigde g ON g.agendapunt_id = a.id
     WHERE a.overleg_id = p_overleg AND g.gebruiker_id IS NOT NULL AND g.weggelaten_op IS NULL
$$;

-- For the house, after an act on an overleg that they may act on. One that they may not see is refused as one
-- that isn't there.
CREATE FUNCTION overleg.zet_mails_klaar(p_overleg uuid, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
BEGIN
    IF NOT EXISTS (SELECT FROM public.overleg_overleg o
                    WHERE o.id = p_overleg
                      AND (NOT o.dicht OR o.casus_id IN (SELECT h.casus_id FROM casus.huisrollen_van(v_wie) h)))
    THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM overleg.zet_klaar(p_overleg);
END $$;

-- Rows of an overleg of more than a month ago go, also where there is no server; gives how many.
CREATE FUNCTION overleg.ruim_mails_op(p_spoor text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_aantal integer;
BEGIN
    PERFORM gebruikers.eis_klok();
    DELETE FROM public.overleg_overlegmail m USING public.overleg_overleg o
     WHERE o.id = m.overleg AND o.datum < casus.dag() - 30;
    GET DIAGNOSTICS v_aantal = ROW_COUNT;
    RETURN v_aantal;
END $$;

-- What waits, for accounts that want mail at all; what was refused, after a while, and at last each hour; who did
-- not see the overleg, each hour. What is under way for ten minutes may have gone out: who sent it was stopped.
CREATE FUNCTION overleg.begin_mails(
    p_spoor text, OUT mail uuid, OUT overleg uuid, OUT gebruiker uuid, OUT email text
) RETURNS SETOF record
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM gebruikers.eis_klok();
    PERFORM overleg.rond_mail_af(m.id, 'onzeker', p_spoor) FROM public.overleg_overlegmail m
      WHERE m.stand = 'bezig' AND m.laatst_op < now() - interval '10 minutes';
    RETURN QUERY
    SELECT m.id, m.overleg, g.id, g.email::text FROM public.overleg_overlegmail m
      JOIN public.gebruikers_gebruiker g ON g.id = m.gebruiker
     WHERE (m.stand = 'wacht' OR (m.stand = 'mislukt'
            AND m.laatst_op < now() - least(m.pogingen, 12) * interval '5 minutes')
            OR (m.stand = 'later' AND m.laatst_op < now() - interval '1 hour'))
       AND NOT g.is_demo AND gebruikers.is_lopend_mens(g.id) AND g.samenvatting_dagen <> ''
       AND EXISTS (SELECT FROM toegang.tellende_rollen(g.id))
     ORDER BY m.laatst_op, m.id;
END $$;

-- Take one on: 'komt' or 'af', with the SEQUENCE of the calendar entry and when the overleg is; all empty when
-- there is nothing (any more) to send. p_ziet: the account sees the overleg itself, asked just now; who doesn't, and
-- has it in their calendar or gets their rol back before it, is told later, when they see it again. Who is left out
-- reads only what their calendar has already. From here on nobody sends it again, unless it is known that it was
-- not sent.
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
    IF m.stand NOT IN ('wacht', 'mislukt', 'later') THEN
        RETURN;
    END IF;
    v_komt := m.gebruiker IN (SELECT k FROM overleg.komen_naar(o.id) k);
    v_gevraagd := EXISTS (SELECT FROM public.overleg_genodigde g
                            JOIN public.overleg_agendapunt a ON a.id = g.agendapunt_id
                           WHERE a.overleg_id = o.id AND g.gebruiker_id = m.gebruiker
                             AND g.weggelaten_op IS NULL);
    IF o.datum < casus.dag() OR (v_gevraagd AND NOT p_ziet)
       OR (NOT v_komt AND NOT m.in_agenda AND (m.stand <> 'mislukt' OR m.volgnummer = 0)) THEN
        UPDATE public.overleg_overlegmail x
           SET stand = CASE WHEN o.datum >= casus.dag() AND v_gevraagd AND NOT p_ziet
                                 AND (m.in_agenda OR overleg.krijgt_rol_terug(o.id, m.gebruiker))
                            THEN 'later' ELSE 'niets' END,
               laatst_op = now()
         WHERE x.id = m.id;
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

-- Whether somebody who is asked takes part again on the day itself, though not yet today.
CREATE FUNCTION overleg.krijgt_rol_terug(p_overleg uuid, p_gebruiker uuid) RETURNS boolean
LANGUAGE sql STABLE PARALLEL RESTRICTED AS $$
    SELECT EXISTS (
        SELECT FROM public.overleg_genodigde g
          JOIN public.overleg_agendapunt a ON a.id = g.agendapunt_id
          JOIN public.overleg_overleg o ON o.id = a.overleg_id
          JOIN public.casus_casusrol r ON r.casus_id = g.casus_id AND r.gebruiker_id = g.gebruiker_id
               AND r.organisatie_id = g.organisatie_id AND r.antwoord = 'aanvaard' AND r.beeindigd_op IS NULL
         WHERE o.id = p_overleg AND g.gebruiker_id = p_gebruiker AND g.weggelaten_op IS NULL
           AND r.vanaf > casus.dag() AND r.vanaf <= o.datum)
$$;

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
    UPDATE public.overleg_overlegmail
       SET stand = p_stand, laatst_op = now(),
           in_agenda = m.in_agenda AND (p_stand <> 'mislukt' OR m.volgnummer > 0)
     WHERE id = m.id AND stand = 'bezig';
    IF p_stand <> 'mislukt' OR m.pogingen <= 1 THEN
        PERFORM journaal.leg_vast('overlegmail.' || p_stand, 'overleg', m.overleg, NULL, '',
            p_stand = 'verzonden', '', 'taak', p_spoor, ARRAY[]::text[], '{}'::jsonb,
            ARRAY['gebruiker'], ARRAY[m.gebruiker]);
    END IF;
END $$;

REVOKE ALL ON FUNCTION overleg.zet_klaar(uuid), overleg.komen_naar(uuid), overleg.zet_mails_klaar(uuid, text),
    overleg.ruim_mails_op(text), overleg.begin_mails(text), overleg.krijgt_rol_terug(uuid, uuid),
    overleg.neem_mail(uuid, boolean, text),
    overleg.rond_mail_af(uuid, text, text) FROM PUBLIC;
