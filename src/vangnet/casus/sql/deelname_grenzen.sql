-- SPDX-License-Identifier: EUPL-1.2
-- In place of those in deelname.sql.

-- The kenmerk of casussen in which the asker has a place or an invitation, or a colleague of whom the
-- asker is coordinator: the kenmerk and nothing else. Not of what was declined, or is over.
CREATE OR REPLACE FUNCTION casus.kenmerken_van_rollen(OUT rol uuid, OUT kenmerk text) RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT r.id, c.kenmerk::text FROM public.casus_casusrol r
      JOIN public.casus_casus c ON c.id = r.casus_id
     WHERE r.beeindigd_op IS NULL AND NOT c.gesloten
       AND r.antwoord IS DISTINCT FROM 'geweigerd' AND (r.tot IS NULL OR r.tot >= casus.dag())
       AND ((r.gebruiker_id = toegang.vrager()
             AND toegang.heeft_een(ARRAY['procesregisseur', 'procesondersteuner',
                                         'trajectbegeleider', 'ketenpartner']))
            OR r.organisatie_id IN (
                SELECT o FROM toegang.mijn_organisaties(ARRAY['coordinator']) o));
END $$;

-- A coordinator hands a running rol of their organisation to another designated colleague, for good or
-- (p_tot) for a while; never to themselves. After a while it returns to who had it, as a row of its own.
CREATE OR REPLACE FUNCTION casus.draag_rol_over(p_rol uuid, p_gebruiker uuid, p_tot date, p_spoor text)
RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['coordinator']);
    v_dag date := casus.dag();
    v_id uuid := gen_random_uuid();
    r public.casus_casusrol;
BEGIN
    SELECT * INTO r FROM public.casus_casusrol WHERE id = p_rol FOR UPDATE;
    IF NOT FOUND OR r.rol <> 'deelnemer' OR r.gebruiker_id IS NULL
       OR r.antwoord IS DISTINCT FROM 'aanvaard' OR r.beeindigd_op IS NOT NULL
       OR r.vanaf > v_dag OR r.tot < v_dag OR casus.is_gesloten(r.casus_id)
       OR r.organisatie_id NOT IN (SELECT o FROM toegang.mijn_organisaties(ARRAY['coordinator']) o)
       OR coalesce(gebruikers.is_zelfde_mens(p_gebruiker, v_wie), true)
       OR NOT casus.is_aangewezen(p_gebruiker, 'deelnemer', r.organisatie_id)
       OR p_tot < v_dag OR p_tot > r.tot OR casus.staat_erop(r.casus_id, p_gebruiker, NULL) THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.casus_casusrol (id, casus_id, gebruiker_id, organisatie_id, rol, zijde,
        uitgenodigd_op, antwoord, vanaf, tot)
    VALUES (v_id, r.casus_id, p_gebruiker, r.organisatie_id, r.rol, r.zijde, v_dag, 'aanvaard', v_dag,
        coalesce(p_tot, r.tot));
    IF p_tot < coalesce(r.tot, 'infinity') THEN
        INSERT INTO public.casus_casusrol (id, casus_id, gebruiker_id, organisatie_id, rol, zijde,
            uitgenodigd_op, antwoord, vanaf, tot)
        VALUES (gen_random_uuid(), r.casus_id, r.gebruiker_id, r.organisatie_id, r.rol, r.zijde, v_dag,
            'aanvaard', p_tot + 1, r.tot);
    END IF;
    UPDATE public.casus_casusrol
       SET beeindigd_op = now(), tot = greatest(vanaf, v_dag), overgedragen_aan_id = v_id
     WHERE id = p_rol;
    PERFORM casus.noteer('casusrol.overgedragen', 'casusrol', v_id, r.casus_id, p_spoor,
        ARRAY['gebruiker', 'vanaf', 'tot'], p_gebruiker);
    RETURN v_id;
END $$;
