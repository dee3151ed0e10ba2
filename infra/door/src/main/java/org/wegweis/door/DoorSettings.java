package org.wegweis.door;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/** @param largestBody what a request may bring at most */
@ConfigurationProperties("wegweis.door")
record DoorSettings(@DefaultValue("1MB") DataSize largestBody) {}
