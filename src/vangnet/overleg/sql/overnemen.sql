-- SPDX-License-Identifier: EUPL-1.2
-- A rol that a coordinator hands over takes its place at the overleggen along, as an open question to go on does
-- (afsluiting/sql/valt_aan.sql): of the days on which the colleague has it.

-- p_rol: the one that was handed over. Not while its former holder takes part there still, or again; and not what
-- was held already. Gives how many points.
CREATE FUNCTION overleg.neem_uitnodigingen_over(p_rol uuid, p_spoor text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['coordinator']);
    v_dag date := casus.dag();
    v_id uuid;
    v_overleg uuid;
    v_overleggen uuid[] := '{}';
    oud public.casus_casusrol;
    nieuw public.casus_casusrol;
    g record;
BEGIN
    SELECT * INTO oud FROM public.casus_casusrol WHERE id = p_rol;
    SELECT * INTO nieuw FROM public.casus_casusrol WHERE id = oud.overgedragen_aan_id;
    IF nieuw.id IS NULL OR nieuw.beeindigd_op IS NOT NULL OR casus.is_gesloten(oud.casus_id)
       OR oud.organisatie_id NOT IN (SELECT o FROM toegang.mijn_organisaties(ARRAY['coordinator']) o)
       OR EXISTS (SELECT FROM public.casus_casusrol r
                   WHERE r.casus_id = oud.casus_id AND r.gebruiker_id = oud.gebruiker_id
                     AND r.organisatie_id = oud.organisatie_id AND r.antwoord = 'aanvaard'
                     AND r.beeindigd_op IS NULL AND r.vanaf <= v_dag AND (r.tot IS NULL OR r.tot >= v_dag)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    FOR g IN SELECT x.id, x.agendapunt_id, a.overleg_id FROM public.overleg_genodigde x
               JOIN public.overleg_agendapunt a ON a.id = x.agendapunt_id
               JOIN public.overleg_overleg o ON o.id = a.overleg_id
               JOIN public.overleg_verslag v ON v.agendapunt_id = a.id AND v.vastgesteld_op IS NULL
              WHERE x.casus_id = oud.casus_id AND x.gebruiker_id = oud.gebruiker_id
                AND x.organisatie_id = oud.organisatie_id AND x.weggelaten_op IS NULL
                AND x.aanwezig IS NOT TRUE AND o.datum BETWEEN v_dag AND coalesce(nieuw.tot, 'infinity')
              ORDER BY a.overleg_id, x.id FOR UPDATE OF x LOOP
        INSERT INTO public.overleg_genodigde (id, casus_id, agendapunt_id, gebruiker_id, organisatie_id,
               eerste_verwerking)
        VALUES (gen_random_uuid(), oud.casus_id, g.agendapunt_id, nieuw.gebruiker_id, nieuw.organisatie_id,
               v_dag)
        ON CONFLICT ON CONSTRAINT genodigde_een DO UPDATE SET weggelaten_op = NULL, aanwezig = NULL
        RETURNING id INTO v_id;
        UPDATE public.overleg_genodigde SET weggelaten_op = now(), aanwezig = NULL WHERE id = g.id;
        PERFORM casus.noteer('genodigde.overgenomen', 'genodigde', v_id, oud.casus_id, p_spoor,
            ARRAY['gebruiker', 'weggelaten_op'], nieuw.gebruiker_id);
        v_overleggen := v_overleggen || g.overleg_id;
    END LOOP;
    FOR v_overleg IN SELECT DISTINCT u FROM unnest(v_overleggen) u ORDER BY u LOOP
        PERFORM overleg.zet_klaar(v_overleg);
    END LOOP;
    RETURN cardinality(v_overleggen);
END $$;

REVOKE ALL ON FUNCTION overleg.neem_uitnodigingen_over(uuid, text) FROM PUBLIC;
