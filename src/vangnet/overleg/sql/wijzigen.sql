-- SPDX-License-Identifier: EUPL-1.2
-- Moving a planned overleg, calling it off, and leaving out somebody who was asked (toegang.md section 1).

-- In place of the one in agenda.sql: who was left out sees the point no more.
CREATE OR REPLACE FUNCTION overleg.partnerpunten_van(wie uuid) RETURNS TABLE (punt uuid, zijde smallint)
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 20 AS $$
    SELECT g.agendapunt_id, p.zijde FROM casus.partnerrollen_van(wie) p
      JOIN public.overleg_genodigde g ON g.casus_id = p.casus_id
     WHERE g.gebruiker_id = wie AND g.organisatie_id = p.organisatie_id AND g.weggelaten_op IS NULL
$$;

-- In place of the one in agenda.sql: nothing is written about what does not take place.
CREATE OR REPLACE FUNCTION overleg.begin_verslag(p_verslag uuid, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_casus uuid;
BEGIN
    SELECT v.casus_id INTO v_casus FROM public.overleg_verslag v
      JOIN public.overleg_agendapunt a ON a.id = v.agendapunt_id
      JOIN public.overleg_overleg o ON o.id = a.overleg_id AND o.afgelast_op IS NULL
     WHERE v.id = p_verslag;
    PERFORM overleg.eis_huiswerk(v_casus);
    RETURN v_casus;
END $$;

-- An overleg that the asker plans for the house, kept as it is until the end. Not one from an import, and
-- not when a verslag of it is vastgesteld: then it was held, on that day.
CREATE FUNCTION overleg.eis_gepland(p_overleg uuid) RETURNS public.overleg_overleg
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    o public.overleg_overleg;
BEGIN
    SELECT * INTO o FROM public.overleg_overleg WHERE id = p_overleg FOR UPDATE;
    IF o.id IS NULL OR o.dicht OR o.casus_id IS NOT NULL OR NOT toegang.is_huis()
       OR EXISTS (SELECT FROM public.overleg_agendapunt a
                    JOIN public.overleg_verslag v ON v.agendapunt_id = a.id
                   WHERE a.overleg_id = o.id AND v.vastgesteld_op IS NOT NULL) THEN
        PERFORM gebruikers.weiger();
    END IF;
    RETURN o;
END $$;

-- The trace of an act on a whole overleg: every casus on its agenda.
CREATE FUNCTION overleg.noteer(p_handeling text, p_overleg uuid, p_spoor text, p_velden text[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_zaken uuid[] := ARRAY(SELECT a.casus_id FROM public.overleg_agendapunt a
                             WHERE a.overleg_id = p_overleg ORDER BY a.volgnummer);
BEGIN
    PERFORM journaal.leg_vast(p_handeling, 'overleg', p_overleg, NULL, '', true, '', 'web', p_spoor,
        p_velden, '{}', array_fill('casus'::text, ARRAY[cardinality(v_zaken)]), v_zaken);
END $$;

-- Another day, time, title or place; p_gelezen: the versie that was read. False: it changed meanwhile. Not
-- to a day that is over, nor to one before a third party signed for secrecy (BGS 2.21).
CREATE FUNCTION overleg.wijzig(
    p_overleg uuid, p_gelezen integer, p_datum date, p_aanvang time, p_titel text, p_plaats text,
    p_spoor text
) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    o public.overleg_overleg := overleg.eis_gepland(p_overleg);
    v_titel text := nullif(trim(coalesce(p_titel, '')), '');
    v_plaats text := nullif(trim(coalesce(p_plaats, '')), '');
    v_velden text[];
BEGIN
    IF o.afgelast_op IS NOT NULL OR p_datum IS NULL OR (p_datum <> o.datum AND p_datum < casus.dag())
       OR EXISTS (SELECT FROM public.overleg_genodigde g
                    JOIN public.overleg_agendapunt a ON a.id = g.agendapunt_id
                   WHERE a.overleg_id = o.id AND g.geheimhouding_op > p_datum) THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF o.versie IS DISTINCT FROM p_gelezen THEN
        RETURN false;
    END IF;
    v_velden := array_remove(ARRAY[
        CASE WHEN o.datum <> p_datum THEN 'datum' END,
        CASE WHEN o.aanvang IS DISTINCT FROM p_aanvang THEN 'aanvang' END,
        CASE WHEN o.titel IS DISTINCT FROM v_titel THEN 'titel' END,
        CASE WHEN o.plaats IS DISTINCT FROM v_plaats THEN 'plaats' END], NULL);
    IF cardinality(v_velden) > 0 THEN
        UPDATE public.overleg_overleg SET datum = p_datum, aanvang = p_aanvang, titel = v_titel,
               plaats = v_plaats WHERE id = o.id;
        PERFORM overleg.noteer('overleg.gewijzigd', o.id, p_spoor, v_velden);
    END IF;
    RETURN true;
END $$;

-- It doesn't take place, or does after all.
CREATE FUNCTION overleg.gelast_af(p_overleg uuid, p_af boolean, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    o public.overleg_overleg := overleg.eis_gepland(p_overleg);
BEGIN
    IF p_af IS NULL THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF p_af = (o.afgelast_op IS NOT NULL) THEN
        RETURN;
    END IF;
    UPDATE public.overleg_overleg SET afgelast_op = CASE WHEN p_af THEN now() END WHERE id = o.id;
    PERFORM overleg.noteer(CASE WHEN p_af THEN 'overleg.afgelast' ELSE 'overleg.weer_gepland' END,
        o.id, p_spoor, ARRAY['afgelast_op']);
END $$;

-- Leave out somebody who was asked for a point, or ask them after all; gives the point. Who was there stays.
CREATE FUNCTION overleg.laat_weg(p_genodigde uuid, p_weg boolean, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_huis uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    v_wie uuid;
    g public.overleg_genodigde;
BEGIN
    SELECT * INTO g FROM public.overleg_genodigde WHERE id = p_genodigde;
    v_wie := overleg.eis_huiswerk(g.casus_id);
    SELECT * INTO g FROM public.overleg_genodigde WHERE id = p_genodigde FOR UPDATE;
    IF g.id IS NULL OR p_weg IS NULL OR (p_weg AND g.aanwezig)
       OR EXISTS (SELECT FROM public.overleg_verslag v
                   WHERE v.agendapunt_id = g.agendapunt_id AND v.vastgesteld_op IS NOT NULL) THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF p_weg = (g.weggelaten_op IS NOT NULL) THEN
        RETURN g.agendapunt_id;
    END IF;
    UPDATE public.overleg_genodigde SET weggelaten_op = CASE WHEN p_weg THEN now() END,
           aanwezig = NULL WHERE id = g.id;
    PERFORM casus.noteer(CASE WHEN p_weg THEN 'genodigde.weggelaten' ELSE 'genodigde.weer_gevraagd' END,
        'genodigde', g.id, g.casus_id, p_spoor, ARRAY['weggelaten_op'], g.gebruiker_id);
    RETURN g.agendapunt_id;
END $$;

REVOKE ALL ON FUNCTION overleg.eis_gepland(uuid), overleg.noteer(text, uuid, text, text[]),
    overleg.wijzig(uuid, integer, date, time, text, text, text),
    overleg.gelast_af(uuid, boolean, text), overleg.laat_weg(uuid, boolean, text) FROM PUBLIC;
