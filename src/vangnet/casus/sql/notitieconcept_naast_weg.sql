-- SPDX-License-Identifier: EUPL-1.2
-- As in notitieconcept.sql; what was thrown away now lies beside what its author typed in that field since.

-- Taken back, the newer text comes under it with an empty line between, unless it has all of it: nothing is
-- lost. No window is known then to have sent it, so that none writes over it. The acts of one field come one
-- after the other (een_tegelijk in casus/concepten.py).
CREATE OR REPLACE FUNCTION casus.zet_notitieconcept_weg(p_concept uuid, p_weg boolean, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.wie_is_binnen();
    v_casus uuid;
    v_nieuwer text;
    v_om timestamptz;
BEGIN
    SELECT n.casus_id INTO v_casus FROM public.casus_notitieconcept n WHERE n.id = p_concept AND n.auteur_id = v_wie;
    PERFORM pg_advisory_xact_lock(hashtextextended(format('notitie %s %s', v_casus, v_wie), 0));
    IF NOT p_weg THEN
        DELETE FROM public.casus_notitieconcept n
         WHERE n.casus_id = v_casus AND n.auteur_id = v_wie AND n.weg_op IS NULL
        RETURNING n.tekst, n.bewaard_op INTO v_nieuwer, v_om;
    END IF;
    UPDATE public.casus_notitieconcept n
       SET weg_op = CASE WHEN p_weg THEN now() END,
           tekst = CASE WHEN v_nieuwer IS NULL THEN n.tekst
                        WHEN strpos(v_nieuwer, n.tekst) > 0 THEN v_nieuwer
                        ELSE n.tekst || E'\n\n' || v_nieuwer END,
           bewaard_op = greatest(n.bewaard_op, v_om),
           formulier = CASE WHEN v_nieuwer IS NULL THEN n.formulier END,
           nummer = CASE WHEN v_nieuwer IS NULL THEN n.nummer END
     WHERE n.id = p_concept AND n.auteur_id = v_wie
       AND CASE WHEN p_weg THEN n.weg_op IS NULL ELSE n.weg_op > now() - interval '1 hour' END;
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM casus.noteer(
        CASE WHEN p_weg THEN 'formulierconcept.weggegooid' ELSE 'formulierconcept.teruggehaald' END,
        'notitieconcept', p_concept, v_casus, p_spoor,
        CASE WHEN v_nieuwer IS NULL THEN ARRAY['weg_op'] ELSE ARRAY['tekst', 'weg_op'] END, NULL);
END $$;
