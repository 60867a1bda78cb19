//! Counties as people write them.

use super::{COUNTIES, CountyFound, counties, county, nearest_county, present_counties};

#[test]
fn one_present_county_is_found() {
    for (typed, name) in [
        ("Møre og Romsdal", "Møre og Romsdal"),
        ("møre & romsdal", "Møre og Romsdal"),
        ("MØRE OG ROMSDAL FYLKE", "Møre og Romsdal"),
        ("Moere og Romsdal", ""),
        ("  oslo ", "Oslo"),
        ("3", "Oslo"),
        ("03", "Oslo"),
        ("46", "Vestland"),
        ("Hordaland", "Vestland"),
        ("sogn og fjordane", "Vestland"),
        ("Aust Agder", "Agder"),
        ("Oppland fylkeskommune", "Innlandet"),
        ("Sør-Trøndelag", "Trøndelag"),
        ("Troms", "Troms"),
        ("Romsa", "Troms"),
        ("Viken", ""),
        ("Troms og Finnmark", ""),
        ("Bayern", ""),
        ("", ""),
    ] {
        assert_eq!(county(typed).present().unwrap_or(""), name, "{typed}");
    }
}

#[test]
fn a_former_county_can_be_several() {
    assert_eq!(
        county("troms og finnmark").possible(),
        ["Troms", "Finnmark"]
    );
    assert_eq!(county("VIKEN").possible().len(), 3);
    assert_eq!(county("Lappland"), CountyFound::Unknown);
}

#[test]
fn a_list_is_split_between_counties_only() {
    for (typed, found) in [
        (
            "Innlandet, Møre og Romsdal og Trøndelag",
            "Innlandet|Møre og Romsdal|Trøndelag",
        ),
        (
            "Oslo; Nordland; Troms og Finnmark",
            "Oslo|Nordland|Troms og Finnmark",
        ),
        ("Rogaland og Vestland", "Rogaland|Vestland"),
        ("Rogaland og Utopia", "Rogaland|Utopia"),
        (" , ", ""),
    ] {
        let names: Vec<String> = counties(typed).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names.join("|"), found, "{typed}");
    }
}

#[test]
fn a_near_name_is_suggested() {
    assert_eq!(nearest_county("Rogalan"), Some("Rogaland"));
    assert_eq!(nearest_county("Vestlandet"), Some("Vestland"));
    assert_eq!(nearest_county("Atlantis"), None);
}

#[test]
fn the_table_agrees_with_itself() {
    let present: Vec<&str> = present_counties().collect();
    assert_eq!(present.len(), 15);
    for county in &COUNTIES {
        assert_eq!(county.number.len(), 2, "{}", county.name);
        assert!(
            county.now.iter().all(|name| present.contains(name)),
            "{}",
            county.name
        );
        assert!(
            county.until.is_some() || county.now == [county.name],
            "{}",
            county.name
        );
    }
}
