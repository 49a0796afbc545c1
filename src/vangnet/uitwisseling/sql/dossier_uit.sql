-- SPDX-License-Identifier: EUPL-1.2
-- The casework as version 2 of the package holds it (docs/adr/0026): who may read it, and in what form.

-- Use an order: once, for the rest of this transaction, by the command line. The unknown, the refused,
-- the lapsed and the used answer alike.
CREATE FUNCTION uitwisseling.gebruik_dossieropdracht(p_opdracht uuid, p_spoor text)
RETURNS TABLE (ontvanger text, sleutel text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    o public.uitwisseling_dossieropdracht;
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') <> 'opdracht'
       OR NOT toegang.voert_in() THEN
        PERFORM gebruikers.weiger();
    END IF;
    SELECT * INTO o FROM public.uitwisseling_dossieropdracht d WHERE d.id = p_opdracht FOR UPDATE;
    IF NOT FOUND OR o.akkoord IS NOT TRUE OR o.geldig_tot <= now() OR o.ingetrokken_op IS NOT NULL
       OR o.gebruikt_op IS NOT NULL THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.uitwisseling_dossieropdracht d
       SET gebruikt_op = now(), gebruikt_in = pg_current_xact_id()::text::bigint
     WHERE d.id = p_opdracht;
    PERFORM journaal.leg_vast('dossieropdracht.gebruikt', 'dossieropdracht', p_opdracht, NULL, '', true,
        '', 'opdrachtregel', p_spoor, ARRAY['gebruikt_op'], '{}', ARRAY['gebruiker', 'gebruiker'],
        ARRAY[o.gevraagd_door_id, o.besloten_door_id]);
    RETURN QUERY SELECT o.ontvanger::text, o.sleutel::text;
END $$;

-- Whether this transaction uses an order: then, and only then, the import role reads the casework. The
-- moment too, for after a restore numbers of transactions begin again.
CREATE FUNCTION uitwisseling.voert_dossier_uit() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN toegang.voert_in() AND EXISTS (
        SELECT FROM public.uitwisseling_dossieropdracht o
         WHERE o.gebruikt_in = pg_current_xact_id_if_assigned()::text::bigint
           AND o.gebruikt_op = now());
END $$;

REVOKE ALL ON FUNCTION uitwisseling.gebruik_dossieropdracht(uuid, text),
    uitwisseling.voert_dossier_uit() FROM PUBLIC;

-- Free text as a file holds it: without white space at its ends, and without controls, which a paste
-- from a PDF brings along and an import refuses. Nobody could take them out of a sealed package.
CREATE FUNCTION uitwisseling.kaal(p_tekst text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT nullif(btrim(regexp_replace(p_tekst, '[\u0001-\u0008\u000b\u000c\u000e-\u001f\u007f]', '', 'g'),
        E' \t\n\r'), '')
$$;

CREATE FUNCTION uitwisseling.ja_nee(p_waar boolean) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN p_waar THEN 'ja' WHEN NOT p_waar THEN 'nee' END
$$;

REVOKE ALL ON FUNCTION uitwisseling.kaal(text), uitwisseling.ja_nee(boolean) FROM PUBLIC;

-- Of each file its rows, with what no file holds: `id`, and `blijft`, why a row stays behind. The policies
-- of whoever asks decide inside. Without a casus a verdict has no dossier to go along with.
CREATE VIEW uitwisseling.criteriumoordelen WITH (security_invoker = true) AS
SELECT o.id, c.id IS NULL OR c.beperkt AS blijft,
       a.kenmerk::text AS aanmelding_id, o.criterium::text AS criterium,
       uitwisseling.ja_nee(o.geldt) AS geldt, uitwisseling.kaal(o.motivering) AS motivering
  FROM public.aanmelding_criteriumoordeel o
  JOIN public.aanmelding_aanmelding a ON a.id = o.aanmelding_id
  LEFT JOIN public.casus_casus c ON c.id = a.casus_id;

CREATE VIEW uitwisseling.huisoordelen WITH (security_invoker = true) AS
SELECT o.id, c.id IS NULL OR c.beperkt AS blijft,
       a.kenmerk::text AS aanmelding_id, uitwisseling.kaal(h.tekst) AS criterium,
       h.vanaf::text AS vanaf, uitwisseling.ja_nee(o.geldt) AS geldt,
       uitwisseling.kaal(o.motivering) AS motivering
  FROM public.aanmelding_huisoordeel o
  JOIN public.aanmelding_huiscriterium h ON h.id = o.criterium_id
  JOIN public.aanmelding_aanmelding a ON a.id = o.aanmelding_id
  LEFT JOIN public.casus_casus c ON c.id = a.casus_id;

CREATE VIEW uitwisseling.beslissers WITH (security_invoker = true) AS
SELECT b.id, c.id IS NULL OR c.beperkt AS blijft,
       a.kenmerk::text AS aanmelding_id, g.kenmerk::text AS organisatie_id,
       uitwisseling.kaal(b.naam) AS naam, uitwisseling.ja_nee(b.akkoord) AS akkoord
  FROM public.aanmelding_beslisser b
  JOIN public.organisaties_organisatie g ON g.id = b.organisatie_id
  JOIN public.aanmelding_aanmelding a ON a.id = b.aanmelding_id
  LEFT JOIN public.casus_casus c ON c.id = a.casus_id;

CREATE VIEW uitwisseling.doelen WITH (security_invoker = true) AS
SELECT d.id, c.beperkt AS blijft,
       d.id::text AS doel_id, c.kenmerk::text AS casus_id, d.leefgebied::text AS leefgebied,
       uitwisseling.kaal(d.omschrijving) AS omschrijving, uitwisseling.kaal(d.meetbaar) AS meetbaar,
       d.vastgesteld_op::text AS vastgesteld_op, d.streefdatum::text AS streefdatum,
       d.resultaat::text AS resultaat, d.beoordeeld_op::text AS beoordeeld_op
  FROM public.plan_doel d JOIN public.casus_casus c ON c.id = d.casus_id;

-- van_een_kant: about a person whom partners of another side don't see. Sides stay behind, so such a row
-- travels as the house's only.
CREATE VIEW uitwisseling.bijdragen WITH (security_invoker = true) AS
SELECT b.id, c.beperkt OR b.publiek = 'werknotitie' OR b.ingetrokken_op IS NOT NULL AS blijft,
       m.zijde IS NOT NULL AS van_een_kant,
       b.id::text AS bijdrage_id, c.kenmerk::text AS casus_id, b.soort::text AS soort,
       b.leefgebied::text AS leefgebied, p.kenmerk::text AS over, g.kenmerk::text AS bron,
       b.categorie::text AS categorie, b.doel::text AS doel,
       uitwisseling.ja_nee(b.onder_geheim) AS onder_geheim, b.grond::text AS grond,
       uitwisseling.kaal(b.grond_motivering) AS grond_motivering,
       uitwisseling.kaal(b.voorwaarden) AS voorwaarden, b.publiek::text AS publiek,
       uitwisseling.kaal(b.tekst) AS tekst,
       CASE WHEN NOT b.eerste_verwerking_afgeleid THEN b.eerste_verwerking::text END
           AS eerste_verwerking
  FROM public.casus_bijdrage b
  JOIN public.casus_casus c ON c.id = b.casus_id
  LEFT JOIN public.casus_betrokkenheid m ON m.id = b.betrokkenheid_id
  LEFT JOIN public.personen_persoon p ON p.id = m.persoon_id
  LEFT JOIN public.organisaties_organisatie g ON g.id = b.bron_id;

CREATE VIEW uitwisseling.bijdragepubliek WITH (security_invoker = true) AS
SELECT n.id, b.blijft OR b.publiek <> 'organisaties' AS blijft, b.van_een_kant,
       b.bijdrage_id, g.kenmerk::text AS organisatie_id
  FROM public.casus_bijdragepubliek n
  JOIN uitwisseling.bijdragen b ON b.id = n.bijdrage_id
  JOIN public.organisaties_organisatie g ON g.id = n.organisatie_id;

-- A version that no scanner let through is no document to give to anybody.
CREATE VIEW uitwisseling.documenten WITH (security_invoker = true) AS
SELECT v.id, b.blijft OR v.scan NOT IN ('schoon', 'niet_gescand') AS blijft,
       b.bijdrage_id, v.nummer::text AS nummer, uitwisseling.kaal(v.naam) AS naam,
       v.soort::text AS soort, v.omvang::text AS omvang, v.sha256::text AS sha256
  FROM public.documenten_documentversie v JOIN uitwisseling.bijdragen b ON b.id = v.document;
