-- SPDX-License-Identifier: EUPL-1.2
-- What somebody took away by mistake comes back, for ten minutes, by the same hand (gebruik: undo).

-- In the place of casus.zet_document_terug: for each kind of bijdrage. The text, and the file of a
-- document, were never touched.
DROP FUNCTION casus.zet_document_terug(uuid, text);
CREATE FUNCTION casus.zet_bijdrage_terug(p_bijdrage uuid, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
-- The triggers that keep the history name their tables without a schema.
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'trajectbegeleider',
                                       'ketenpartner']);
    b public.casus_bijdrage;
BEGIN
    SELECT * INTO b FROM public.casus_bijdrage WHERE id = p_bijdrage FOR UPDATE;
    IF NOT FOUND OR b.auteur_id <> v_wie
       OR b.ingetrokken_op IS NULL OR b.ingetrokken_op < now() - interval '10 minutes'
       OR NOT ((toegang.is_huis() AND NOT b.dicht)
               OR b.casus_id IN (SELECT h FROM casus.mijn_huiscasussen() h)
               OR b.casus_id IN (SELECT p FROM casus.mijn_partnercasussen() p)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.casus_bijdrage SET ingetrokken_op = NULL WHERE id = p_bijdrage;
    PERFORM casus.noteer(
        CASE WHEN b.soort = 'document' THEN 'document.teruggezet' ELSE 'bijdrage.teruggezet' END,
        'bijdrage', p_bijdrage, b.casus_id, p_spoor, ARRAY['ingetrokken_op'], NULL);
END $$;

-- In the place of the one in deelname.sql, which did not write who ended it.
-- End a rol or take an invitation back, at once. The last regisseur of a beperkt casus can't go:
-- nobody could name the next one.
CREATE OR REPLACE FUNCTION casus.beeindig_rol(p_rol uuid, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'trajectbegeleider',
                                       'ketenpartner']);
    v_beperkt boolean;
    r public.casus_casusrol;
BEGIN
    SELECT * INTO r FROM public.casus_casusrol WHERE id = p_rol;
    IF NOT FOUND OR (r.gebruiker_id IS DISTINCT FROM v_wie
                     AND NOT toegang.heeft_een(ARRAY['procesregisseur'])) THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF r.gebruiker_id IS DISTINCT FROM v_wie THEN
        v_beperkt := casus.eis_casus(r.casus_id);
    ELSE
        SELECT c.beperkt INTO v_beperkt FROM public.casus_casus c WHERE c.id = r.casus_id FOR UPDATE;
    END IF;
    -- Two who end at the same moment wait for each other at the casus; the second reads anew.
    SELECT * INTO r FROM public.casus_casusrol WHERE id = p_rol FOR UPDATE;
    IF r.beeindigd_op IS NOT NULL OR r.tot < casus.dag() OR r.antwoord = 'geweigerd'
       OR (v_beperkt AND r.rol = 'regisseur' AND r.antwoord = 'aanvaard'
           AND NOT casus.houdt_regisseur(r.casus_id, r.id)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.casus_casusrol
       SET beeindigd_op = now(), beeindigd_door_id = v_wie,
           tot = greatest(vanaf, least(coalesce(tot, casus.dag()), casus.dag()))
     WHERE id = p_rol;
    PERFORM casus.noteer('casusrol.beeindigd', 'casusrol', p_rol, r.casus_id, p_spoor,
        ARRAY['beeindigd_op', 'beeindigd_door', 'tot'], r.gebruiker_id);
    RETURN r.casus_id;
END $$;

-- Undo that, by who ended it: the rol or invitation is as it was, with the last day that its history
-- has. Who ended their own does not come back by this into a casus that is beperkt: nobody lets
-- themselves in there. A trajectbegeleider is assigned, by voortgang.wijs_traject_toe.
CREATE FUNCTION casus.herstel_rol(p_rol uuid, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'ketenpartner']);
    v_op_slot boolean := false;
    v_tot date;
    r public.casus_casusrol;
BEGIN
    SELECT * INTO r FROM public.casus_casusrol WHERE id = p_rol;
    IF NOT FOUND OR r.beeindigd_door_id IS DISTINCT FROM v_wie
       OR (r.gebruiker_id IS DISTINCT FROM v_wie
           AND NOT toegang.heeft_een(ARRAY['procesregisseur'])) THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF r.gebruiker_id IS DISTINCT FROM v_wie THEN
        PERFORM casus.eis_casus(r.casus_id);
    ELSE
        SELECT c.beperkt INTO v_op_slot FROM public.casus_casus c WHERE c.id = r.casus_id FOR UPDATE;
    END IF;
    SELECT * INTO r FROM public.casus_casusrol WHERE id = p_rol FOR UPDATE;
    IF v_op_slot OR r.beeindigd_op IS NULL OR r.beeindigd_op < now() - interval '10 minutes'
       OR r.rol = 'trajectbegeleider' OR casus.is_gesloten(r.casus_id)
       OR (r.gebruiker_id IS NOT NULL
           AND NOT casus.is_aangewezen(r.gebruiker_id, r.rol, r.organisatie_id))
       OR casus.staat_erop(r.casus_id, r.gebruiker_id, r.organisatie_id) THEN
        PERFORM gebruikers.weiger();
    END IF;
    SELECT h.tot INTO v_tot FROM public.casus_casusrolevent h
     WHERE h.pgh_obj_id = p_rol AND h.beeindigd_op IS NULL ORDER BY h.pgh_id DESC LIMIT 1;
    UPDATE public.casus_casusrol
       SET beeindigd_op = NULL, beeindigd_door_id = NULL, tot = v_tot
     WHERE id = p_rol;
    PERFORM casus.noteer('casusrol.hersteld', 'casusrol', p_rol, r.casus_id, p_spoor,
        ARRAY['beeindigd_op', 'beeindigd_door', 'tot'], r.gebruiker_id);
    RETURN r.casus_id;
END $$;

-- In the place of the one in deelname_grenzen.sql: also of the own rol that the asker just ended.
CREATE OR REPLACE FUNCTION casus.kenmerken_van_rollen(OUT rol uuid, OUT kenmerk text) RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
    v_doet_mee boolean := toegang.heeft_een(ARRAY['procesregisseur', 'procesondersteuner',
                                                  'trajectbegeleider', 'ketenpartner']);
BEGIN
    RETURN QUERY SELECT r.id, c.kenmerk::text FROM public.casus_casusrol r
      JOIN public.casus_casus c ON c.id = r.casus_id
     WHERE NOT c.gesloten
       AND ((r.beeindigd_op IS NULL
             AND r.antwoord IS DISTINCT FROM 'geweigerd' AND (r.tot IS NULL OR r.tot >= casus.dag())
             AND ((r.gebruiker_id = wie AND v_doet_mee)
                  OR r.organisatie_id IN (
                      SELECT o FROM toegang.mijn_organisaties(ARRAY['coordinator']) o)))
            OR (r.gebruiker_id = wie AND r.beeindigd_door_id = wie AND v_doet_mee
                AND r.beeindigd_op >= now() - interval '10 minutes' AND NOT c.beperkt));
END $$;

REVOKE ALL ON FUNCTION casus.zet_bijdrage_terug(uuid, text), casus.herstel_rol(uuid, text) FROM PUBLIC;
