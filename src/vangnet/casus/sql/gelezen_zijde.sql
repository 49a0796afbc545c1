-- SPDX-License-Identifier: EUPL-1.2
-- The act of zijde_heel.sql, with the side that was read: compared under the lock, so that of two regisseurs at
-- once the second doesn't lay theirs over the first unseen. p_van null: on no side. In the place of the one
-- without it, so that nobody changes a side which they didn't read.
DROP FUNCTION casus.wissel_zijde(uuid, integer, text, text);

CREATE FUNCTION casus.wissel_zijde(
    p_betrokkenheid uuid, p_van integer, p_zijde integer, p_reden text, p_spoor text)
RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur']);
    b public.casus_betrokkenheid;
BEGIN
    SELECT * INTO b FROM public.casus_betrokkenheid WHERE id = p_betrokkenheid;
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM casus.eis_casus(b.casus_id);
    SELECT * INTO b FROM public.casus_betrokkenheid WHERE id = p_betrokkenheid FOR UPDATE;
    IF b.zijde IS DISTINCT FROM p_van OR b.tot < casus.dag() OR casus.is_gesloten(b.casus_id)
       OR coalesce(p_zijde, 1) NOT IN (1, 2) OR coalesce(p_reden, '') !~ '\S.{8,}\S' THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF b.zijde IS NOT DISTINCT FROM p_zijde THEN
        RETURN b.casus_id;
    END IF;
    UPDATE public.casus_betrokkenheid SET zijde = p_zijde
     WHERE casus_id = b.casus_id AND persoon_id = b.persoon_id;
    INSERT INTO public.casus_bijdrage (id, casus_id, soort, betrokkenheid_id, tekst, categorie, doel,
        publiek, auteur_id, eerste_verwerking)
    VALUES (gen_random_uuid(), b.casus_id, 'notitie', b.id,
        concat('Gaat ', 'van kant ' || b.zijde || ' ',
            coalesce('naar kant ' || p_zijde, 'naar geen kant'), '. ', p_reden),
        'relaties', 'afstemming', 'alleen_huis', v_wie, casus.dag());
    PERFORM casus.noteer_persoon('betrokkene.zijde_gewijzigd', 'betrokkenheid', p_betrokkenheid,
        b.casus_id, p_spoor, ARRAY['zijde'], b.persoon_id, NULL);
    RETURN b.casus_id;
END $$;

REVOKE ALL ON FUNCTION casus.wissel_zijde(uuid, integer, integer, text, text) FROM PUBLIC;
