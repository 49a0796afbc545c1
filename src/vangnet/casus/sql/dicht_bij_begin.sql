-- SPDX-License-Identifier: EUPL-1.2
-- A casus or persoon that comes in after the rows that close or open it: an import writes them in that
-- order, so that no row has to be written twice.
CREATE OR REPLACE FUNCTION casus.bepaal_dicht() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.gesloten := EXISTS (
        SELECT FROM public.afsluiting_afsluiting a
         WHERE a.casus_id = NEW.id AND a.heropend_op IS NULL);
    NEW.dicht := NEW.beperkt OR NEW.gesloten;
    RETURN NEW;
END $$;

CREATE OR REPLACE FUNCTION casus.bepaal_dicht_van_persoon() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.dicht := NOT EXISTS (
        SELECT FROM public.casus_betrokkenheid b WHERE b.persoon_id = NEW.id AND NOT b.dicht);
    RETURN NEW;
END $$;

-- A row that stands before its casus was shut as it came in.
CREATE FUNCTION casus.geef_dicht_aan_eerdere() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    EXECUTE format('UPDATE public.%I t SET dicht = n.dicht FROM nieuw n '
                   'WHERE t.casus_id = n.id AND t.dicht <> n.dicht', TG_ARGV[0]);
    RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION casus.geef_dicht_aan_eerdere() FROM PUBLIC;
