-- SPDX-License-Identifier: EUPL-1.2
-- Accounts that looked at somebody with their own surname: who supervises gets the account and a number,
-- never the person (toegang.md section 6).
CREATE FUNCTION toezicht.zelfde_achternaam(p_vanaf timestamptz)
RETURNS TABLE (gebruiker uuid, aantal bigint)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT journaal.houdt_toezicht() THEN
        RETURN;
    END IF;
    RETURN QUERY
    SELECT h.gebruiker, count(DISTINCT o.onderwerp)
      FROM public.journaal_handeling h
      JOIN public.journaal_onderwerp o ON o.handeling_id = h.id AND o.soort = 'persoon'
      JOIN public.gebruikers_gebruiker g ON g.id = h.gebruiker
      JOIN public.personen_persoon p ON p.id = o.onderwerp
     WHERE h.moment >= p_vanaf AND h.handeling = 'casus.ingezien'
       AND right(lower(g.naam), length(p.achternaam) + 1) = ' ' || lower(p.achternaam)
     GROUP BY h.gebruiker;
END $$;

REVOKE ALL ON FUNCTION toezicht.zelfde_achternaam(timestamptz) FROM PUBLIC;
