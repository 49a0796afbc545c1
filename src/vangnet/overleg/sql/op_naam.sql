-- SPDX-License-Identifier: EUPL-1.2
-- In the place of the one in zonder_naam.sql: an organisation doesn't stay without a name beside its own
-- person who is asked now, unless somebody nameless was there; that has its own row in the journaal. And what is
-- over, or to come, isn't asked.

-- Put a casus on the agenda and ask everybody to come who takes part in it. Again: who takes part since
-- then is asked too.
CREATE OR REPLACE FUNCTION overleg.zet_op_agenda(p_overleg uuid, p_casus uuid, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_huis uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    v_wie uuid := overleg.eis_huiswerk(p_casus);
    o public.overleg_overleg;
    v_punt uuid;
    v_weg uuid;
    v_genodigd uuid[];
BEGIN
    SELECT * INTO o FROM public.overleg_overleg WHERE id = p_overleg FOR UPDATE;
    IF o.id IS NULL OR o.casus_id <> p_casus THEN
        PERFORM gebruikers.weiger();
    END IF;
    SELECT a.id INTO v_punt FROM public.overleg_agendapunt a
     WHERE a.overleg_id = p_overleg AND a.casus_id = p_casus;
    IF v_punt IS NULL THEN
        v_punt := gen_random_uuid();
        INSERT INTO public.overleg_agendapunt (id, casus_id, overleg_id, volgnummer, eerste_verwerking)
        SELECT v_punt, p_casus, p_overleg, coalesce(max(a.volgnummer), 0) + 1, casus.dag()
          FROM public.overleg_agendapunt a WHERE a.overleg_id = p_overleg;
        INSERT INTO public.overleg_verslag (id, casus_id, agendapunt_id, eerste_verwerking)
        VALUES (gen_random_uuid(), p_casus, v_punt, casus.dag());
    END IF;
    FOR v_weg IN WITH nieuw AS (
        INSERT INTO public.overleg_genodigde (id, casus_id, agendapunt_id, gebruiker_id, organisatie_id,
               eerste_verwerking)
        SELECT gen_random_uuid(), p_casus, v_punt, r.gebruiker_id, r.organisatie_id, casus.dag()
          FROM (SELECT DISTINCT k.gebruiker_id, k.organisatie_id FROM public.casus_casusrol k
                 WHERE k.casus_id = p_casus AND k.gebruiker_id IS NOT NULL AND k.antwoord = 'aanvaard'
                   AND k.beeindigd_op IS NULL AND k.vanaf <= casus.dag()
                   AND (k.tot IS NULL OR k.tot >= casus.dag())
                   AND casus.is_aangewezen(k.gebruiker_id, k.rol, k.organisatie_id)) r
         WHERE NOT EXISTS (SELECT FROM public.overleg_verslag v
                            WHERE v.agendapunt_id = v_punt AND v.vastgesteld_op IS NOT NULL)
        ON CONFLICT DO NOTHING
        RETURNING organisatie_id
    )
    UPDATE public.overleg_genodigde g SET weggelaten_op = now(), aanwezig = NULL
      FROM nieuw
     WHERE g.agendapunt_id = v_punt AND g.organisatie_id = nieuw.organisatie_id AND g.gebruiker_id IS NULL
       AND g.aanwezig IS NOT TRUE
    RETURNING g.id LOOP
        PERFORM casus.noteer('genodigde.weggelaten', 'genodigde', v_weg, p_casus, p_spoor,
            ARRAY['weggelaten_op'], NULL);
    END LOOP;
    INSERT INTO public.overleg_genodigde (id, casus_id, agendapunt_id, organisatie_id, eerste_verwerking)
    SELECT gen_random_uuid(), p_casus, v_punt, r.organisatie_id, casus.dag()
      FROM (SELECT DISTINCT k.organisatie_id FROM public.casus_casusrol k
             WHERE k.casus_id = p_casus AND k.gebruiker_id IS NULL AND k.beeindigd_op IS NULL
               -- No first day: it takes part already, and that day was never written down.
               AND (k.vanaf IS NULL OR k.vanaf <= casus.dag())
               AND (k.tot IS NULL OR k.tot >= casus.dag())) r
     WHERE NOT EXISTS (SELECT FROM public.overleg_verslag v
                        WHERE v.agendapunt_id = v_punt AND v.vastgesteld_op IS NOT NULL)
       AND NOT EXISTS (SELECT FROM public.overleg_genodigde g
                        WHERE g.agendapunt_id = v_punt AND g.organisatie_id = r.organisatie_id);
    SELECT array_agg(DISTINCT g.gebruiker_id) INTO v_genodigd FROM public.overleg_genodigde g
     WHERE g.agendapunt_id = v_punt AND g.gebruiker_id IS NOT NULL;
    PERFORM journaal.leg_vast('agendapunt.gezet', 'agendapunt', v_punt, p_casus, '', true, '', 'web',
        p_spoor, ARRAY['overleg', 'genodigden'], '{}',
        ARRAY['casus'] || array_fill('gebruiker'::text, ARRAY[coalesce(cardinality(v_genodigd), 0)]),
        ARRAY[p_casus] || v_genodigd);
    RETURN v_punt;
END $$;
