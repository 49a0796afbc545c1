-- SPDX-License-Identifier: EUPL-1.2
-- Trajectbegeleiding: only while the inzet is procesregie, assigned and stopped by a procesregisseur
-- (toegang.md sections 1 and 2). One refusal for what may not and for what isn't there.

-- The casus of a row whose traject runs on a day on which the inzet is another than procesregie.
CREATE FUNCTION voortgang.traject_buiten_regie(p_casus uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM public.voortgang_trajectbegeleiding t
          JOIN public.casus_inzet i ON i.casus_id = t.casus_id
         WHERE t.casus_id = p_casus AND i.soort <> 'procesregie'
           AND i.vanaf <= coalesce(t.tot, 'infinity') AND coalesce(i.tot, 'infinity') >= t.vanaf)
$$;

-- On both tables. An import writes the inzetten before the trajecten, and holds the two together itself
-- (uitwisseling, casusregels/traject.sql).
CREATE FUNCTION voortgang.traject_in_regie() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF voortgang.traject_buiten_regie(NEW.casus_id) AND NOT toegang.voert_in() THEN
        RAISE EXCEPTION 'trajectbegeleiding hoort bij procesregie'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'traject_in_procesregie';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER traject_in_procesregie AFTER INSERT OR UPDATE OF vanaf, tot
    ON public.voortgang_trajectbegeleiding FOR EACH ROW
    EXECUTE FUNCTION voortgang.traject_in_regie();
CREATE TRIGGER traject_in_procesregie AFTER INSERT OR UPDATE OF soort, vanaf, tot
    ON public.casus_inzet FOR EACH ROW WHEN (NEW.soort <> 'procesregie')
    EXECUTE FUNCTION voortgang.traject_in_regie();

-- Let a trajectbegeleider of the house begin today, at once: it is their work, and they may end their rol.
-- A second one joins the traject that runs.
CREATE FUNCTION voortgang.wijs_traject_toe(p_casus uuid, p_gebruiker uuid, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur']);
    v_dag date := casus.dag();
    v_rol uuid := gen_random_uuid();
    v_traject uuid := gen_random_uuid();
BEGIN
    PERFORM casus.eis_casus(p_casus);
    IF p_gebruiker IS NULL OR NOT casus.is_aangewezen(p_gebruiker, 'trajectbegeleider', NULL)
       OR casus.staat_erop(p_casus, p_gebruiker, NULL)
       OR NOT EXISTS (SELECT FROM public.casus_inzet i
                       WHERE i.casus_id = p_casus AND i.soort = 'procesregie'
                         AND i.vanaf <= v_dag AND (i.tot IS NULL OR i.tot >= v_dag)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.casus_casusrol (id, casus_id, gebruiker_id, rol, uitgenodigd_op, antwoord, vanaf)
    VALUES (v_rol, p_casus, p_gebruiker, 'trajectbegeleider', v_dag, 'aanvaard', v_dag);
    PERFORM casus.noteer('casusrol.toegewezen', 'casusrol', v_rol, p_casus, p_spoor,
        ARRAY['gebruiker', 'rol', 'vanaf'], p_gebruiker);
    IF NOT EXISTS (SELECT FROM public.voortgang_trajectbegeleiding t
                    WHERE t.casus_id = p_casus AND t.vanaf <= v_dag
                      AND (t.tot IS NULL OR t.tot > v_dag)) THEN
        -- One that was begun and stopped today goes on.
        INSERT INTO public.voortgang_trajectbegeleiding (id, casus_id, vanaf)
        VALUES (v_traject, p_casus, v_dag)
        ON CONFLICT (casus_id, vanaf) DO UPDATE SET tot = NULL, einde_reden = NULL
        RETURNING id INTO v_traject;
        PERFORM casus.noteer('traject.begonnen', 'traject', v_traject, p_casus, p_spoor,
            ARRAY['vanaf'], p_gebruiker);
    END IF;
    RETURN v_rol;
END $$;

-- Whom a procesregisseur may assign to a casus that they may arrange: for a form.
CREATE FUNCTION voortgang.toe_te_wijzen(p_casus uuid, OUT gebruiker uuid) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF toegang.heeft_een(ARRAY['procesregisseur']) THEN
        RETURN QUERY SELECT DISTINCT a.gebruiker FROM public.toegang_accountrol a
         WHERE a.rol = 'trajectbegeleider'
           AND casus.is_aangewezen(a.gebruiker, 'trajectbegeleider', NULL)
           AND NOT casus.staat_erop(p_casus, a.gebruiker, NULL)
           AND EXISTS (SELECT FROM public.casus_casus c WHERE c.id = p_casus
                         AND (NOT c.dicht OR c.id IN (SELECT h FROM casus.mijn_huiscasussen() h)));
    END IF;
END $$;

-- Stop a traject with its reason. p_wissel: the inzet goes to ondersteuning today, so yesterday is its last
-- day; one that began today was none. Who did it has no place on the casus any more.
CREATE FUNCTION voortgang.stop_traject(p_casus uuid, p_reden text, p_wissel boolean, p_spoor text)
RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur']);
    v_dag date := casus.dag();
    v_tot date := v_dag - CASE WHEN p_wissel THEN 1 ELSE 0 END;
    t public.voortgang_trajectbegeleiding;
    r public.casus_casusrol;
BEGIN
    PERFORM casus.eis_casus(p_casus);
    SELECT * INTO t FROM public.voortgang_trajectbegeleiding x
     WHERE x.casus_id = p_casus AND x.vanaf <= v_dag AND (x.tot IS NULL OR x.tot > v_tot)
     ORDER BY x.vanaf DESC LIMIT 1 FOR UPDATE;
    IF NOT FOUND OR coalesce(p_reden, '') !~ '\S' OR p_wissel IS NULL THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF t.vanaf > v_tot THEN
        DELETE FROM public.voortgang_trajectbegeleiding WHERE id = t.id;
    ELSE
        UPDATE public.voortgang_trajectbegeleiding SET tot = v_tot, einde_reden = p_reden
         WHERE id = t.id;
    END IF;
    FOR r IN UPDATE public.casus_casusrol
                SET beeindigd_op = now(), tot = greatest(vanaf, v_dag)
              WHERE casus_id = p_casus AND rol = 'trajectbegeleider' AND beeindigd_op IS NULL
                AND (tot IS NULL OR tot >= v_dag) AND antwoord IS DISTINCT FROM 'geweigerd'
             RETURNING * LOOP
        PERFORM casus.noteer('casusrol.beeindigd', 'casusrol', r.id, p_casus, p_spoor,
            ARRAY['beeindigd_op', 'tot'], r.gebruiker_id);
    END LOOP;
    PERFORM casus.noteer('traject.beeindigd', 'traject', t.id, p_casus, p_spoor,
        ARRAY['tot', 'einde_reden'], NULL);
    RETURN p_casus;
END $$;

REVOKE ALL ON FUNCTION voortgang.traject_buiten_regie(uuid), voortgang.traject_in_regie(),
    voortgang.toe_te_wijzen(uuid), voortgang.wijs_traject_toe(uuid, uuid, text),
    voortgang.stop_traject(uuid, text, boolean, text) FROM PUBLIC;
