-- SPDX-License-Identifier: EUPL-1.2
-- What a verslag keeps of the afspraken: a row each, so that a policy can part them (toegang.md section 4).

-- Keep the afspraken of the casus of a point: who, what, by when, and whether it is new, ready or open
-- still, seen from the day of an overleg to the day after which nobody changes its verslag.
CREATE FUNCTION overleg.leg_afspraken_vast(p_punt uuid, p_vanaf date, p_tot date) RETURNS void
LANGUAGE sql VOLATILE SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO public.overleg_verslagafspraak (id, casus_id, agendapunt_id, volgnummer,
           organisatie_id, wie, wat, uiterlijk_op, stand, eerste_verwerking)
    SELECT gen_random_uuid(), a.casus_id, a.id, row_number() OVER (ORDER BY f.uiterlijk_op, f.kenmerk),
           f.organisatie_id, concat_ws(': ', o.naam, u.naam),
           coalesce(nullif(f.omschrijving, ''), nullif(f.interventie, ''), f.kenmerk), f.uiterlijk_op,
           CASE WHEN f.gereed_op <= p_tot THEN 'klaar'
                WHEN f.vastgesteld_op >= p_vanaf THEN 'nieuw' ELSE 'open' END,
           casus.dag()
      FROM public.overleg_agendapunt a
      JOIN public.plan_afspraak f ON f.casus_id = a.casus_id
      JOIN public.organisaties_organisatie o ON o.id = f.organisatie_id
      LEFT JOIN public.gebruikers_gebruiker u ON u.id = f.gebruiker_id
     WHERE a.id = p_punt AND f.vastgesteld_op <= p_tot
       AND (f.vervallen_op IS NULL OR f.vervallen_op > p_tot)
       AND (f.gereed_op IS NULL OR f.gereed_op >= p_vanaf)
$$;

-- In place of the one in agenda.sql, which put them all in the row of the verslag. Not of an overleg that
-- did not take place.
CREATE OR REPLACE FUNCTION overleg.stel_verslag_vast(p_punt uuid, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_huis uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    v_wie uuid;
    v_datum date;
    a public.overleg_agendapunt;
    v public.overleg_verslag;
BEGIN
    SELECT * INTO a FROM public.overleg_agendapunt WHERE id = p_punt;
    v_wie := overleg.eis_huiswerk(a.casus_id);
    SELECT o.datum INTO v_datum FROM public.overleg_overleg o
     WHERE o.id = a.overleg_id AND o.afgelast_op IS NULL FOR SHARE;
    SELECT * INTO v FROM public.overleg_verslag WHERE agendapunt_id = p_punt FOR UPDATE;
    IF v.id IS NULL OR v.vastgesteld_op IS NOT NULL OR concat(v.tekst, v.besluit) !~ '\S'
       OR coalesce(v_datum > casus.dag(), true) THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.overleg_verslag SET vastgesteld_op = now(), vastgesteld_door_id = v_wie
     WHERE id = v.id;
    PERFORM overleg.leg_afspraken_vast(p_punt, v_datum, casus.dag());
    PERFORM casus.noteer('verslag.vastgesteld', 'verslag', v.id, a.casus_id, p_spoor,
        ARRAY['vastgesteld_op', 'afspraken'], NULL);
    RETURN v.id;
END $$;

DROP FUNCTION overleg.afspraken_bij(uuid, date, date);

REVOKE ALL ON FUNCTION overleg.leg_afspraken_vast(uuid, date, date) FROM PUBLIC;
