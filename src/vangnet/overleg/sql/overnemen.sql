-- SPDX-License-Identifier: EUPL-1.2
-- A rol that a coordinator hands over takes its place at the overleggen along, as an open question to go on does
-- (afsluiting/sql/valt_aan.sql): of the days on which the colleague has it.

-- Hand it over (casus.draag_rol_over says who may), and ask the colleague in the place of who had it. Not what was
-- held already, also today: who was there stays. Gives at how many points.
CREATE FUNCTION overleg.draag_rol_over(p_rol uuid, p_aan uuid, p_tot date, p_spoor text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['coordinator']);
    v_dag date := casus.dag();
    v_tijd time := (now() AT TIME ZONE 'Europe/Amsterdam')::time;
    v_id uuid;
    v_overleg uuid;
    v_overleggen uuid[] := '{}';
    oud public.casus_casusrol;
    nieuw public.casus_casusrol;
    g record;
BEGIN
    -- The casus first, as every act does: what the house does with a point meanwhile waits, and so is seen.
    PERFORM FROM public.casus_casus c JOIN public.casus_casusrol r ON r.casus_id = c.id
      WHERE r.id = p_rol FOR UPDATE OF c;
    v_id := casus.draag_rol_over(p_rol, p_aan, p_tot, p_spoor);
    SELECT * INTO oud FROM public.casus_casusrol WHERE id = p_rol;
    SELECT * INTO nieuw FROM public.casus_casusrol WHERE id = v_id;
    FOR g IN SELECT x.id, x.agendapunt_id, a.overleg_id FROM public.overleg_genodigde x
               JOIN public.overleg_agendapunt a ON a.id = x.agendapunt_id
               JOIN public.overleg_overleg o ON o.id = a.overleg_id
               JOIN public.overleg_verslag v ON v.agendapunt_id = a.id AND v.vastgesteld_op IS NULL
              WHERE x.casus_id = oud.casus_id AND x.gebruiker_id = oud.gebruiker_id
                AND x.organisatie_id = oud.organisatie_id AND x.weggelaten_op IS NULL
                AND x.aanwezig IS NOT TRUE AND o.datum BETWEEN v_dag AND coalesce(nieuw.tot, 'infinity')
                AND (o.datum > v_dag OR coalesce(o.aanvang > v_tijd, concat(v.tekst, v.besluit) !~ '\S'))
              ORDER BY a.overleg_id, x.id FOR UPDATE OF x, v LOOP
        INSERT INTO public.overleg_genodigde (id, casus_id, agendapunt_id, gebruiker_id, organisatie_id,
               eerste_verwerking)
        VALUES (gen_random_uuid(), oud.casus_id, g.agendapunt_id, nieuw.gebruiker_id, nieuw.organisatie_id,
               v_dag)
        ON CONFLICT ON CONSTRAINT genodigde_een DO UPDATE SET weggelaten_op = NULL, aanwezig = NULL
        RETURNING id INTO v_id;
        UPDATE public.overleg_genodigde SET weggelaten_op = now(), aanwezig = NULL WHERE id = g.id;
        PERFORM casus.noteer('genodigde.overgenomen', 'genodigde', v_id, oud.casus_id, p_spoor,
            ARRAY['gebruiker', 'weggelaten_op'], nieuw.gebruiker_id);
        PERFORM casus.noteer('genodigde.weggelaten', 'genodigde', g.id, oud.casus_id, p_spoor,
            ARRAY['weggelaten_op'], oud.gebruiker_id);
        v_overleggen := v_overleggen || g.overleg_id;
    END LOOP;
    FOR v_overleg IN SELECT DISTINCT u FROM unnest(v_overleggen) u ORDER BY u LOOP
        PERFORM overleg.zet_klaar(v_overleg);
    END LOOP;
    RETURN cardinality(v_overleggen);
END $$;

REVOKE ALL ON FUNCTION overleg.draag_rol_over(uuid, uuid, date, text) FROM PUBLIC;
