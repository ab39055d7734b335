using System.Diagnostics;
using System.Net;
using System.Text;
using CrmVoip.IntegrationTests.Infra;

namespace CrmVoip.TelephonyBench;

public static class Webhook
{
    /// <summary>Sends it, and answers how long the answer took.</summary>
    public static async Task<TimeSpan> PostAsync(HttpClient http, CenaDeLigacao scene, AvisoDaOperadora webhook)
    {
        using var content = new StringContent(webhook.ParaJson(), Encoding.UTF8, "application/json");
        var watch = Stopwatch.StartNew();
        using var answer = await http.PostAsync($"/ganchos/api4com/{scene.Organizacao.Id}/{AvisoDaOperadora.Segredo}", content);
        return answer.StatusCode == HttpStatusCode.NoContent ? watch.Elapsed : throw new InvalidOperationException($"The webhook was answered {answer.StatusCode}.");
    }
}
