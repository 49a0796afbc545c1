-- SPDX-License-Identifier: EUPL-1.2
-- An appointment of a trajectbegeleider who is not on the casus any more: the house says what comes of it,
-- or takes it over. Else it would stay open for ever, since a contact is changed by its author alone.

-- In the place of the one in traject.sql, which did not write who ended the rol: who is stopped, is told by
-- whom. A trajectbegeleider does not come back by casus.herstel_rol.
CREATE OR REPLACE FUNCTION voortgang.stop_traject(
    p_casus uuid, p_reden text, p_wissel boolean, p_spoor text
) RETURNS uuid
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
                SET beeindigd_op = now(), beeindigd_door_id = v_wie, tot = greatest(vanaf, v_dag)
              WHERE casus_id = p_casus AND rol = 'trajectbegeleider' AND beeindigd_op IS NULL
                AND (tot IS NULL OR tot >= v_dag) AND antwoord IS DISTINCT FROM 'geweigerd'
             RETURNING * LOOP
        PERFORM casus.noteer('casusrol.beeindigd', 'casusrol', r.id, p_casus, p_spoor,
            ARRAY['beeindigd_op', 'beeindigd_door', 'tot'], r.gebruiker_id);
    END LOOP;
    PERFORM casus.noteer('traject.beeindigd', 'traject', t.id, p_casus, p_spoor,
        ARRAY['tot', 'einde_reden'], NULL);
    RETURN p_casus;
END $$;

-- The open appointments of a casus that the house may arrange: the asker's own, and those of who doesn't work
-- on the casus any more. A colleague who took one over keeps it as long as they work for the house and see it.
CREATE FUNCTION voortgang.losse_afspraken(p_casus uuid, OUT contact uuid) RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := toegang.vrager();
BEGIN
    IF toegang.heeft_een(ARRAY['procesregisseur', 'procesondersteuner']) THEN
        RETURN QUERY SELECT c.id FROM public.voortgang_contactmoment c
         WHERE c.casus_id = p_casus AND c.uitkomst IS NULL AND c.weggehaald_op IS NULL
           AND (NOT c.dicht OR p_casus IN (SELECT h FROM casus.mijn_huiscasussen() h))
           AND (c.door_id = v_wie
                OR (p_casus NOT IN (SELECT h.casus_id FROM casus.huisrollen_van(c.door_id) h)
                    AND (c.dicht OR NOT EXISTS (SELECT FROM toegang.tellende_rollen(c.door_id) t
                          WHERE t.rol IN ('procesregisseur', 'procesondersteuner')))));
    END IF;
END $$;

-- Say what came of one of those; without an uitkomst the asker takes it over, and it stays open.
CREATE FUNCTION voortgang.regel_afspraak(p_contact uuid, p_uitkomst text, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    c public.voortgang_contactmoment;
BEGIN
    SELECT * INTO c FROM public.voortgang_contactmoment WHERE id = p_contact;
    IF NOT FOUND OR p_contact NOT IN (SELECT l FROM voortgang.losse_afspraken(c.casus_id) l)
       OR (c.moment > now() AND p_uitkomst <> 'afgezegd') THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.voortgang_contactmoment
       SET uitkomst = p_uitkomst, door_id = CASE WHEN p_uitkomst IS NULL THEN v_wie ELSE door_id END
     WHERE id = p_contact AND door_id = c.door_id AND uitkomst IS NULL;
    -- Somebody else was first.
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM casus.noteer(
        CASE WHEN p_uitkomst IS NULL THEN 'contact.overgenomen' ELSE 'contact.gewijzigd' END,
        'contact', p_contact, c.casus_id, p_spoor,
        ARRAY[CASE WHEN p_uitkomst IS NULL THEN 'door' ELSE 'uitkomst' END], c.door_id);
    RETURN c.casus_id;
END $$;

REVOKE ALL ON FUNCTION voortgang.losse_afspraken(uuid), voortgang.regel_afspraak(uuid, text, text)
    FROM PUBLIC;
