-- SPDX-License-Identifier: EUPL-1.2
-- Somebody in a casus comes to stand on the other side, or on a side at all: from then on the partners of the
-- other one don't see them, nor what is about them (toegang.md section 4). It shields and it opens, so it is an
-- act of a procesregisseur. Every row of that person in the casus goes along, also one that ended: it would
-- keep showing them to the partners of the old side. The reason stays as a note for the house alone. The side
-- where they are already is without effect; p_zijde null: no side. In the place of the one in wissel_zijde.sql.
CREATE OR REPLACE FUNCTION casus.wissel_zijde(p_betrokkenheid uuid, p_zijde integer, p_reden text, p_spoor text)
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
    IF b.tot < casus.dag() OR casus.is_gesloten(b.casus_id) OR coalesce(p_zijde, 1) NOT IN (1, 2)
       OR coalesce(p_reden, '') !~ '\S.{8,}\S' THEN
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
