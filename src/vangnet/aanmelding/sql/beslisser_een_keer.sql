-- SPDX-License-Identifier: EUPL-1.2
-- In the place of the one in keuze_hersteld.sql: the same name in other capitals is the same decider.
CREATE OR REPLACE FUNCTION aanmelding.herstel_vastebeslisser(p_beslisser uuid, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    UPDATE public.aanmelding_vastebeslisser b SET tot = NULL
     WHERE id = p_beslisser AND tot IS NOT NULL
       AND casus.net_gedaan('vastebeslisser.beeindigd', p_beslisser)
       AND NOT EXISTS (SELECT FROM public.aanmelding_vastebeslisser a
                        WHERE lower(a.naam) = lower(b.naam) AND a.organisatie_id = b.organisatie_id
                          AND a.tot IS NULL);
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM journaal.leg_vast('vastebeslisser.hersteld', 'vastebeslisser', p_beslisser, NULL, '', true,
        '', 'web', p_spoor, ARRAY['tot'], '{}', '{}', '{}');
END $$;
