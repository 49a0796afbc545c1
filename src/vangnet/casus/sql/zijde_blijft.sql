-- SPDX-License-Identifier: EUPL-1.2
-- Who comes back into a casus stands on the side where they stood: else the partners of the other side, who
-- were kept from seeing them, would see them again. Only casus.wissel_zijde changes a side.

-- On which side a person last stood in a casus, also when an import has deleted those rows: one row, or none
-- for who was never there. Volatile, so that it sees the rows that the same statement wrote before.
CREATE FUNCTION casus.eerdere_zijde(p_casus uuid, p_persoon uuid) RETURNS SETOF smallint
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT e.zijde FROM (
        SELECT b.zijde, b.vanaf, NULL::bigint AS gebeurd FROM public.casus_betrokkenheid b
         WHERE b.casus_id = p_casus AND b.persoon_id = p_persoon
        UNION ALL
        SELECT h.zijde, h.vanaf, h.pgh_id FROM public.casus_betrokkenheidevent h
         WHERE h.casus_id = p_casus AND h.persoon_id = p_persoon) e
     ORDER BY e.gebeurd DESC NULLS FIRST, e.vanaf DESC NULLS LAST
    LIMIT 1
$$;

CREATE FUNCTION casus.houd_zijde() RETURNS trigger
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_eerder smallint;
BEGIN
    SELECT e INTO v_eerder FROM casus.eerdere_zijde(NEW.casus_id, NEW.persoon_id) e;
    IF FOUND THEN
        NEW.zijde := coalesce(NEW.zijde, v_eerder);
        IF NEW.zijde IS DISTINCT FROM v_eerder THEN
            RAISE EXCEPTION 'de kant van een persoon blijft zoals hij is' USING ERRCODE = '42501';
        END IF;
    END IF;
    RETURN NEW;
END $$;

CREATE INDEX casus_betrokkenheidevent_wie ON casus_betrokkenheidevent (casus_id, persoon_id);
CREATE TRIGGER zijde_blijft BEFORE INSERT ON casus_betrokkenheid
    FOR EACH ROW EXECUTE FUNCTION casus.houd_zijde();

-- Somebody comes into a casus: who is known already (p_persoon, whom the asker sees), or is written down
-- now, with what they are to somebody who stands there. The same again is without effect. Who stood there
-- before comes back on that side, whatever was chosen. In the place of the one in betrokkenen.sql.
CREATE OR REPLACE FUNCTION casus.voeg_betrokkene_toe(
    p_sleutel uuid, p_casus uuid, p_persoon uuid, p_inhoud jsonb, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_persoon uuid := p_persoon;
    v_met uuid := (p_inhoud->>'relatie_met')::uuid;
    v_vanaf date := (p_inhoud->>'vanaf')::date;
    v_zijde smallint := (p_inhoud->>'zijde')::smallint;
    v_eerder smallint;
BEGIN
    PERFORM gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    PERFORM casus.eis_casus(p_casus);
    IF EXISTS (SELECT FROM public.casus_betrokkenheid b
                WHERE b.id = p_sleutel AND b.casus_id = p_casus) THEN
        RETURN p_sleutel;
    END IF;
    PERFORM casus.eis_betrokkene(p_casus, p_inhoud);
    IF casus.is_gesloten(p_casus) OR p_sleutel IS NULL OR v_persoon = v_met
       OR (v_persoon IS NOT NULL AND (NOT casus.ziet_persoon(v_persoon)
                                      OR casus.staat_in(p_casus, v_persoon))) THEN
        PERFORM gebruikers.weiger();
    END IF;
    SELECT e INTO v_eerder FROM casus.eerdere_zijde(p_casus, v_persoon) e;
    IF FOUND THEN
        v_zijde := v_eerder;
    END IF;
    v_persoon := coalesce(v_persoon, casus.maak_persoon(p_inhoud));
    INSERT INTO public.casus_betrokkenheid (id, casus_id, persoon_id, rol, vanaf, zijde, kring,
        samenhang, afstemming, eerste_verwerking)
    VALUES (p_sleutel, p_casus, v_persoon, p_inhoud->>'rol', v_vanaf, v_zijde,
        p_inhoud->>'kring', p_inhoud->>'samenhang', p_inhoud->>'afstemming', casus.dag());
    INSERT INTO public.personen_relatie (id, persoon_id, andere_persoon_id, soort)
    SELECT gen_random_uuid(), v_met, v_persoon, p_inhoud->>'relatie_soort'
     WHERE NOT EXISTS (SELECT FROM public.personen_relatie r
                        WHERE r.persoon_id = v_met AND r.andere_persoon_id = v_persoon
                          AND r.soort = p_inhoud->>'relatie_soort' AND r.tot IS NULL);
    PERFORM casus.noteer_persoon('betrokkene.toegevoegd', 'betrokkenheid', p_sleutel, p_casus, p_spoor,
        CASE WHEN p_persoon IS NULL
             THEN ARRAY['achternaam', 'voornamen', 'geboortedatum', 'gemeente', 'rol', 'relatie']
             ELSE ARRAY['rol', 'relatie'] END, v_persoon, v_met);
    RETURN p_sleutel;
END $$;

REVOKE ALL ON FUNCTION casus.eerdere_zijde(uuid, uuid), casus.houd_zijde() FROM PUBLIC;
