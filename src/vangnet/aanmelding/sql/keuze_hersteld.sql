-- SPDX-License-Identifier: EUPL-1.2
-- Who ended a criterium of the house or a standing decider by mistake undoes that, for ten minutes
-- (casus.net_gedaan), not beside the same that was made anew meanwhile. What ended still counts on its last
-- day, so no decision was made without it; what had still to begin, never counted.
CREATE FUNCTION aanmelding.herstel_huiscriterium(p_criterium uuid, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM gebruikers.eis(ARRAY['beheerder']);
    UPDATE public.aanmelding_huiscriterium c SET tot = NULL
     WHERE id = p_criterium AND tot IS NOT NULL
       AND casus.net_gedaan('huiscriterium.beeindigd', p_criterium)
       AND NOT EXISTS (SELECT FROM public.aanmelding_huiscriterium a
                        WHERE a.tekst = c.tekst AND a.tot IS NULL);
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM journaal.leg_vast('huiscriterium.hersteld', 'huiscriterium', p_criterium, NULL, '', true, '',
        'web', p_spoor, ARRAY['tot'], '{}', '{}', '{}');
END $$;

CREATE FUNCTION aanmelding.herstel_vastebeslisser(p_beslisser uuid, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    UPDATE public.aanmelding_vastebeslisser b SET tot = NULL
     WHERE id = p_beslisser AND tot IS NOT NULL
       AND casus.net_gedaan('vastebeslisser.beeindigd', p_beslisser)
       AND NOT EXISTS (SELECT FROM public.aanmelding_vastebeslisser a
                        WHERE a.naam = b.naam AND a.organisatie_id = b.organisatie_id
                          AND a.tot IS NULL);
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM journaal.leg_vast('vastebeslisser.hersteld', 'vastebeslisser', p_beslisser, NULL, '', true,
        '', 'web', p_spoor, ARRAY['tot'], '{}', '{}', '{}');
END $$;

REVOKE ALL ON FUNCTION aanmelding.herstel_huiscriterium(uuid, text),
    aanmelding.herstel_vastebeslisser(uuid, text) FROM PUBLIC;
