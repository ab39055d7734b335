using CrmVoip.Data;
using CrmVoip.Domain.Telefonia;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.IntegrationTests.Infra;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Registros;

/// <summary>A provider that names a call otherwise in its list than in its webhooks.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class DoisIdsTests(AplicacaoFixture app)
{
    private static readonly DateTimeOffset _inicio = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddMinutes(-6).ToUnixTimeSeconds());

    [Fact]
    public async Task One_call_with_two_ids_is_one_record()
    {
        var registros = await AprenderAsync(
            (FonteDaLeitura.Webhook, Lida("w", 0, 40)),
            (FonteDaLeitura.Lista, Lida("l", 1, 41)));

        Assert.Single(registros);
    }

    [Fact]
    public async Task A_busy_call_and_its_redial_within_the_rounding_are_two()
    {
        var registros = await AprenderAsync(
            (FonteDaLeitura.Webhook, Lida("redial", 2, 40)),
            (FonteDaLeitura.Lista, Lida("busy", 0, 1)),
            (FonteDaLeitura.Lista, Lida("redial", 2, 40)));

        Assert.Equal(2, registros.Count);
    }

    [Fact]
    public async Task A_redial_that_goes_on_is_not_the_call_that_ended_before_it()
    {
        var registros = await AprenderAsync(
            (FonteDaLeitura.Webhook, Lida("busy", 0, 0)),
            (FonteDaLeitura.Lista, AindaNoAr(Lida("redial", 2, 40))));

        Assert.Equal(2, registros.Count);
    }

    [Fact]
    public async Task A_busy_call_told_after_its_redial_began_is_not_the_redial()
    {
        var registros = await AprenderAsync(
            (FonteDaLeitura.Webhook, AindaNoAr(Lida("redial", 2, 40))),
            (FonteDaLeitura.Lista, Lida("busy", 0, 0)));

        Assert.Equal(2, registros.Count);
    }

    [Fact]
    public async Task An_end_that_cannot_be_keeps_nothing_apart()
    {
        var registros = await AprenderAsync(
            (FonteDaLeitura.Webhook, Lida("w", 0, 40)),
            (FonteDaLeitura.Lista, Lida("l", 1, 41 + 86_400)));

        Assert.Single(registros);
    }

    [Fact]
    public async Task Two_ids_taken_for_one_call_are_parted_when_the_busy_one_ends_before_its_redial_began()
    {
        var registros = await AprenderAsync(
            (FonteDaLeitura.Webhook, AindaNoAr(Lida("redial", 2, 40))),
            (FonteDaLeitura.Lista, AindaNoAr(Lida("busy", 0, 1))),
            (FonteDaLeitura.Lista, Lida("busy", 0, 1)),
            (FonteDaLeitura.Webhook, Lida("redial", 2, 40)),
            (FonteDaLeitura.Webhook, Lida("busy", 0, 1)));

        Assert.Equal(
            [(_inicio, _inicio.AddSeconds(1)), (_inicio.AddSeconds(2), _inicio.AddSeconds(40))],
            registros.Select(r => (r.ComecoEm, r.FimEm!.Value)).Order());
    }

    [Fact]
    public async Task Two_ids_of_one_call_stay_one_record_when_the_list_corrects_its_end()
    {
        var registros = await AprenderAsync(
            (FonteDaLeitura.Webhook, Lida("w", 0, 3)),
            (FonteDaLeitura.Lista, Lida("l", 1, 4)),
            (FonteDaLeitura.Lista, Lida("l", 1, 200)));

        Assert.Single(registros);
    }

    private static DadosDaLeitura AindaNoAr(DadosDaLeitura dados) => dados with { FimEm = null, Encerrada = false, Causa = null };

    private static DadosDaLeitura Lida(string id, int de, int ate) => new()
    {
        ProvedorId = id,
        Dominio = SimuladorDeTeste.Dominio,
        De = "1001",
        Para = "011960000001",
        InicioEm = _inicio.AddSeconds(de),
        FimEm = _inicio.AddSeconds(ate),
        Encerrada = true,
        Causa = "NORMAL_CLEARING",
    };

    private async Task<List<RegistroDoProvedor>> AprenderAsync(params (FonteDaLeitura Fonte, DadosDaLeitura Dados)[] leituras)
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9/api/v1");
        foreach (var (fonte, dados) in leituras)
        {
            await using var escopo = await app.Services.GetRequiredService<EscopoDaOrganizacao>().AbrirAsync(cena.Organizacao.Id, CancellationToken.None);
            var aprender = escopo!.Services.GetRequiredService<AprenderDoProvedor>();
            await escopo.Db.EmTransacaoAsync(
                () => aprender.ExecutarAsync(fonte, dados, DateTimeOffset.UtcNow, CancellationToken.None), CancellationToken.None);
        }

        return await cena.Organizacao.ComDbAsync(db => db.RegistrosDoProvedor.AsNoTracking().ToListAsync());
    }
}
