package org.wegweis.kernel.party;

/** Where a site's gate is, in WGS 84 degrees: a business address, never where a person was. */
public record Coordinates(double latitude, double longitude) {
    private static final double EARTH_KILOMETRES = 6371.0;

    public Coordinates {
        if (!(Math.abs(latitude) <= 90)) throw new IllegalArgumentException("a latitude is -90 to 90 degrees");
        if (!(Math.abs(longitude) <= 180)) throw new IllegalArgumentException("a longitude is -180 to 180 degrees");
    }

    /**
     * Along the great circle of a sphere (haversine): up to half a percent off, and shorter than any road. Enough to call
     * something odd, for nothing else.
     */
    public double kilometresTo(Coordinates other) {
        double north = Math.toRadians(other.latitude - latitude);
        double east = Math.toRadians(other.longitude - longitude);
        double half = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(Math.toRadians(latitude))
                        * Math.cos(Math.toRadians(other.latitude))
                        * Math.pow(Math.sin(east / 2), 2);
        return 2 * EARTH_KILOMETRES * Math.asin(Math.min(1, Math.sqrt(half)));
    }
}
