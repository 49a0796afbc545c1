-- SPDX-License-Identifier: EUPL-1.2
-- A document that its author took away by mistake comes back, for ten minutes (gebruik: undo). The file
-- itself was never touched: it hangs on the bijdrage.

CREATE FUNCTION casus.zet_document_terug(p_bijdrage uuid, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
-- The triggers that keep the history name their tables without a schema.
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'trajectbegeleider',
                                       'ketenpartner']);
    b public.casus_bijdrage;
BEGIN
    SELECT * INTO b FROM public.casus_bijdrage WHERE id = p_bijdrage FOR UPDATE;
    IF NOT FOUND OR b.auteur_id <> v_wie OR b.soort <> 'document'
       OR b.ingetrokken_op IS NULL OR b.ingetrokken_op < now() - interval '10 minutes'
       OR NOT ((toegang.is_huis() AND NOT b.dicht)
               OR b.casus_id IN (SELECT h FROM casus.mijn_huiscasussen() h)
               OR b.casus_id IN (SELECT p FROM casus.mijn_partnercasussen() p)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.casus_bijdrage SET ingetrokken_op = NULL WHERE id = p_bijdrage;
    PERFORM casus.noteer('document.teruggezet', 'bijdrage', p_bijdrage, b.casus_id, p_spoor,
        ARRAY['ingetrokken_op'], NULL);
END $$;

REVOKE ALL ON FUNCTION casus.zet_document_terug(uuid, text) FROM PUBLIC;
