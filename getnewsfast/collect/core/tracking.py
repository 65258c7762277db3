"""Parameters that say who sent a reader, never which page is meant (data only)."""

from __future__ import annotations

from typing import Final

TRACKING_PREFIXES: Final = (
    "utm_",  # Google Analytics and everyone after it
    "mtm_",
    "matomo_",
    "pk_",
    "piwik_",
    "hsa_",  # HubSpot ads
    "_hs",  # HubSpot mail
    "__hs",
    "at_medium",
    "at_campaign",
    "at_custom",
    "at_link",
    "itm_",
    "int_cmp",
    "ga_",
    "gad_",
    "wt_",
    "vero_",
    "oly_",
    "trk_",
    "stm_",
)

TRACKING_NAMES: Final = frozenset(
    {
        "fbclid",
        "fb_action_ids",
        "fb_action_types",
        "fb_ref",
        "fb_source",
        "gclid",
        "gclsrc",
        "dclid",
        "gbraid",
        "wbraid",
        "yclid",
        "ysclid",
        "ymclid",
        "_openstat",
        "msclkid",
        "twclid",
        "ttclid",
        "igshid",
        "igsh",
        "li_fat_id",
        "epik",
        "rdt_cid",
        "scid",
        "sccid",
        "irclickid",
        "irgwc",
        "mc_cid",
        "mc_eid",
        "mkt_tok",
        "ef_id",
        "s_kwcid",
        "s_cid",
        "cmpid",
        "ncid",
        "nr_email_referer",
        "ns_campaign",
        "ns_mchannel",
        "ns_source",
        "ns_linkname",
        "ns_fee",
        "xtor",
        "_ga",
        "_gl",
        "wickedid",
        "spm",
        "scm",
        "guce_referrer",
        "guce_referrer_sig",
        "ref_src",
        "ref_url",
        "smid",
        "tgclid",
        "dicbo",
        "rb_clickid",
        "bsft_clkid",
        "bsft_eid",
        "elqtrack",
        "elqtrackid",
    }
)

# Sessions: different at each fetch, the same page. A number may be a page's own (``?sid=1234``).
SESSION_NAMES: Final = frozenset(
    {
        "phpsessid",
        "jsessionid",
        "aspsessionid",
        "sessionid",
        "session_id",
        "sid",
        "zenid",
        "osc_sid",
    }
)
