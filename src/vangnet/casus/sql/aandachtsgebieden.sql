-- SPDX-License-Identifier: EUPL-1.2
-- The aandachtsgebieden of a casus (docs/adr/0031): the first counts in the figures, the further ones say what
-- else it is about.

-- Whether this is a code of the list that names one: not that there is none, or that nobody knows.
CREATE FUNCTION casus.is_aandachtsgebied(p_code text) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT p_code NOT IN ('geen', 'onbekend') AND EXISTS (
        SELECT FROM public.inrichting_code c WHERE c.lijst = 'aandachtsgebied' AND c.code = p_code)
$$;

-- Say what else a casus is about; whether it was saved. Not when somebody else changed it since p_gelezen, the
-- versie of the casus that was read; saying what is there already does nothing. A closed casus is nobody's: eis_casus.
CREATE FUNCTION casus.zet_aandachtsgebieden(
    p_casus uuid, p_verdere text[], p_gelezen integer, p_spoor text
) RETURNS boolean
-- The triggers that keep the history and the figures name their tables without a schema.
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    c public.casus_casus;
BEGIN
    PERFORM gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    PERFORM casus.eis_casus(p_casus);
    SELECT * INTO c FROM public.casus_casus WHERE id = p_casus;
    -- A plain list of those that may be chosen: nothing else comes through the comparison as it was.
    IF p_verdere IS DISTINCT FROM ARRAY(
            SELECT v FROM unnest(p_verdere) WITH ORDINALITY AS g(v, plek)
             WHERE casus.is_aandachtsgebied(v) AND v IS DISTINCT FROM c.aandachtsgebied ORDER BY plek)
       OR cardinality(p_verdere) > (SELECT count(DISTINCT v) FROM unnest(p_verdere) v) THEN
        PERFORM gebruikers.weiger();
    END IF;
    IF c.verdere_aandachtsgebieden::text[] = p_verdere THEN
        RETURN true;
    END IF;
    IF c.versie IS DISTINCT FROM p_gelezen THEN
        RETURN false;
    END IF;
    UPDATE public.casus_casus SET verdere_aandachtsgebieden = p_verdere WHERE id = p_casus;
    PERFORM casus.noteer('aandachtsgebieden.gewijzigd', 'casus', p_casus, p_casus, p_spoor,
        ARRAY['verdere_aandachtsgebieden'], NULL);
    RETURN true;
END $$;

REVOKE ALL ON FUNCTION casus.is_aandachtsgebied(text),
    casus.zet_aandachtsgebieden(uuid, text[], integer, text) FROM PUBLIC;
