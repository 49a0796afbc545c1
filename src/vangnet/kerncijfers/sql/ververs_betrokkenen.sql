-- SPDX-License-Identifier: EUPL-1.2
-- Make the facts of the persons in these casussen again; their own facts have been made before.
CREATE OR REPLACE FUNCTION kerncijfers.ververs_betrokkenen(ids uuid[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO kerncijfers.persoonsleutel (persoon_id)
    SELECT DISTINCT b.persoon_id
      FROM unnest(ids) AS g(id)
      JOIN public.casus_betrokkenheid b ON b.casus_id = g.id
    ON CONFLICT DO NOTHING;

    DELETE FROM public.feit_betrokkene b
     USING unnest(ids) AS g(id) JOIN public.feit_casus f ON f.bron_id = g.id
     WHERE b.casus = f.sleutel;

    INSERT INTO public.feit_betrokkene (casus, persoon, rol, vanaf, aangemeld_op, eerste_inzet)
    SELECT f.sleutel, s.sleutel, b.rol, b.vanaf, f.aangemeld_op, f.eerste_inzet
      FROM unnest(ids) AS g(id)
      JOIN public.feit_casus f ON f.bron_id = g.id
      JOIN public.casus_betrokkenheid b ON b.casus_id = g.id
      JOIN kerncijfers.persoonsleutel s ON s.persoon_id = b.persoon_id;
END $$;
