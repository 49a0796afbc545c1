-- SPDX-License-Identifier: EUPL-1.2
-- Column `dicht` of everything in a casus: beperkt or closed. It follows from rows alone, so it can't be
-- set wrongly by an act, an import or an update; nobody but the owner can switch these triggers off.
CREATE SCHEMA IF NOT EXISTS casus;

CREATE FUNCTION casus.is_gesloten(p_casus uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN coalesce((SELECT c.gesloten FROM public.casus_casus c WHERE c.id = p_casus), true);
END $$;

CREATE FUNCTION casus.bepaal_dicht() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- Closed until it is reopened; a casus that is just being made can't have a closing yet.
    NEW.gesloten := TG_OP = 'UPDATE' AND EXISTS (
        SELECT FROM public.afsluiting_afsluiting a
         WHERE a.casus_id = NEW.id AND a.heropend_op IS NULL);
    NEW.dicht := NEW.beperkt OR NEW.gesloten;
    RETURN NEW;
END $$;

CREATE FUNCTION casus.erf_dicht() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.dicht := NEW.casus_id IS NOT NULL AND coalesce(
        (SELECT c.dicht FROM public.casus_casus c WHERE c.id = NEW.casus_id), true);
    RETURN NEW;
END $$;

CREATE FUNCTION casus.geef_dicht_door() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    -- Also an update of no row fires a trigger, and the closing of a casus is itself content.
    IF NOT EXISTS (SELECT FROM nieuw n JOIN oud o ON o.id = n.id WHERE o.dicht <> n.dicht) THEN
        RETURN NULL;
    END IF;
    EXECUTE format('UPDATE public.%I t SET dicht = n.dicht FROM nieuw n JOIN oud o ON o.id = n.id '
                   'WHERE o.dicht <> n.dicht AND t.casus_id = n.id', TG_ARGV[0]);
    RETURN NULL;
END $$;

CREATE FUNCTION casus.na_afsluiting() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_casussen uuid[];
BEGIN
    SELECT array_agg(c.id) INTO v_casussen FROM public.casus_casus c
     WHERE c.id IN (SELECT r.casus_id FROM rijen r)
       AND c.gesloten <> EXISTS (SELECT FROM public.afsluiting_afsluiting a
                                  WHERE a.casus_id = c.id AND a.heropend_op IS NULL);
    IF v_casussen IS NOT NULL THEN
        UPDATE public.casus_casus c SET gesloten = NOT c.gesloten WHERE c.id = ANY (v_casussen);
    END IF;
    RETURN NULL;
END $$;

-- A person is open to the house while any casus that they are in is.
CREATE FUNCTION casus.bepaal_dicht_van_persoon() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.dicht := TG_OP = 'INSERT' OR NOT EXISTS (
        SELECT FROM public.casus_betrokkenheid b WHERE b.persoon_id = NEW.id AND NOT b.dicht);
    RETURN NEW;
END $$;

CREATE FUNCTION casus.na_betrokkenheid() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_personen uuid[];
BEGIN
    SELECT array_agg(p.id) INTO v_personen FROM public.personen_persoon p
     WHERE p.id IN (SELECT r.persoon_id FROM rijen r)
       AND p.dicht = EXISTS (SELECT FROM public.casus_betrokkenheid b
                              WHERE b.persoon_id = p.id AND NOT b.dicht);
    IF v_personen IS NOT NULL THEN
        UPDATE public.personen_persoon p SET dicht = NOT p.dicht WHERE p.id = ANY (v_personen);
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION casus.bepaal_dicht_van_relatie() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.dicht := (SELECT coalesce(bool_or(p.dicht), true) FROM public.personen_persoon p
                   WHERE p.id IN (NEW.persoon_id, NEW.andere_persoon_id));
    RETURN NEW;
END $$;

CREATE FUNCTION casus.na_persoon() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    -- The trigger of the row works the value out; both people of a relatie may have changed.
    UPDATE public.personen_relatie r SET dicht = r.dicht WHERE r.id IN (
        SELECT x.id FROM nieuw n JOIN oud o ON o.id = n.id
          JOIN public.personen_relatie x ON x.persoon_id = n.id
         WHERE o.dicht <> n.dicht
        UNION
        SELECT x.id FROM nieuw n JOIN oud o ON o.id = n.id
          JOIN public.personen_relatie x ON x.andere_persoon_id = n.id
         WHERE o.dicht <> n.dicht);
    RETURN NULL;
END $$;

CREATE TRIGGER dicht BEFORE INSERT OR UPDATE ON casus_casus
    FOR EACH ROW EXECUTE FUNCTION casus.bepaal_dicht();
CREATE TRIGGER dicht BEFORE INSERT OR UPDATE ON personen_persoon
    FOR EACH ROW EXECUTE FUNCTION casus.bepaal_dicht_van_persoon();
CREATE TRIGGER dicht BEFORE INSERT OR UPDATE ON personen_relatie
    FOR EACH ROW EXECUTE FUNCTION casus.bepaal_dicht_van_relatie();
CREATE TRIGGER dicht_naar_relatie AFTER UPDATE ON personen_persoon
    REFERENCING OLD TABLE AS oud NEW TABLE AS nieuw
    FOR EACH STATEMENT EXECUTE FUNCTION casus.na_persoon();
CREATE TRIGGER dicht_naar_persoon_i AFTER INSERT ON casus_betrokkenheid
    REFERENCING NEW TABLE AS rijen FOR EACH STATEMENT EXECUTE FUNCTION casus.na_betrokkenheid();
CREATE TRIGGER dicht_naar_persoon_u AFTER UPDATE ON casus_betrokkenheid
    REFERENCING NEW TABLE AS rijen FOR EACH STATEMENT EXECUTE FUNCTION casus.na_betrokkenheid();
CREATE TRIGGER dicht_naar_persoon_o AFTER UPDATE ON casus_betrokkenheid
    REFERENCING OLD TABLE AS rijen FOR EACH STATEMENT EXECUTE FUNCTION casus.na_betrokkenheid();
CREATE TRIGGER dicht_naar_persoon_d AFTER DELETE ON casus_betrokkenheid
    REFERENCING OLD TABLE AS rijen FOR EACH STATEMENT EXECUTE FUNCTION casus.na_betrokkenheid();

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA casus FROM PUBLIC;
