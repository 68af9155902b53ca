<?php
$taskId = $argv[1] ?? '6298d673f1090f1100476d4c';

$curl = curl_init("https://api.twelvelabs.io/v1.3/tasks/$taskId");
curl_setopt_array($curl, [
  CURLOPT_CUSTOMREQUEST => 'DELETE',
  CURLOPT_HTTPHEADER => ['x-api-key: <apiKey>'],
  CURLOPT_RETURNTRANSFER => true,
]);

print_r(json_decode(curl_exec($curl), true));
