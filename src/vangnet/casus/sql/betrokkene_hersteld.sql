-- SPDX-License-Identifier: EUPL-1.2
-- Who said by mistake that somebody is no longer in a casus, or that a relation is over, undoes that, for ten
-- minutes (casus.net_gedaan). Ending shows nobody to anybody: who has left is still seen, so whoever
-- comes back is seen by the same people. casus.eis_casus refuses a casus that was closed meanwhile.

-- Not beside the same person, who was added to the casus anew meanwhile; nor without a side in a casus that
-- has sides: what is written about them from then on would be read on both.
CREATE FUNCTION casus.herstel_betrokkenheid(p_betrokkenheid uuid, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    b public.casus_betrokkenheid;
BEGIN
    PERFORM gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    SELECT * INTO b FROM public.casus_betrokkenheid WHERE id = p_betrokkenheid;
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM casus.eis_casus(b.casus_id);
    SELECT * INTO b FROM public.casus_betrokkenheid WHERE id = p_betrokkenheid FOR UPDATE;
    IF b.tot IS NULL OR (b.zijde IS NULL AND casus.heeft_kanten(b.casus_id))
       OR NOT casus.net_gedaan('betrokkene.beeindigd', p_betrokkenheid)
       OR EXISTS (SELECT FROM public.casus_betrokkenheid a
                   WHERE a.casus_id = b.casus_id AND a.persoon_id = b.persoon_id AND a.id <> b.id
                     AND (a.tot IS NULL OR a.tot >= casus.dag())) THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.casus_betrokkenheid SET tot = NULL WHERE id = p_betrokkenheid;
    PERFORM casus.noteer_persoon('betrokkene.hersteld', 'betrokkenheid', p_betrokkenheid, b.casus_id,
        p_spoor, ARRAY['tot'], b.persoon_id, NULL);
    RETURN b.casus_id;
END $$;

-- Not beside the same relation, which was added anew meanwhile.
CREATE FUNCTION casus.herstel_relatie(p_casus uuid, p_relatie uuid, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    r public.personen_relatie;
BEGIN
    PERFORM gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    PERFORM casus.eis_casus(p_casus);
    SELECT * INTO r FROM public.personen_relatie WHERE id = p_relatie FOR UPDATE;
    IF NOT FOUND OR r.tot IS NULL OR NOT casus.net_gedaan('relatie.beeindigd', p_relatie)
       OR (SELECT count(DISTINCT b.persoon_id) < 2 FROM public.casus_betrokkenheid b
            WHERE b.casus_id = p_casus AND b.persoon_id IN (r.persoon_id, r.andere_persoon_id))
       OR EXISTS (SELECT FROM public.personen_relatie a
                   WHERE a.persoon_id = r.persoon_id AND a.andere_persoon_id = r.andere_persoon_id
                     AND a.soort = r.soort AND a.tot IS NULL) THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.personen_relatie SET tot = NULL WHERE id = p_relatie;
    PERFORM casus.noteer_persoon('relatie.hersteld', 'relatie', p_relatie, p_casus, p_spoor,
        ARRAY['tot'], r.persoon_id, r.andere_persoon_id);
END $$;

REVOKE ALL ON FUNCTION casus.herstel_betrokkenheid(uuid, text), casus.herstel_relatie(uuid, uuid, text)
    FROM PUBLIC;
