using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.IntegrationTests.Infra;
using CrmVoip.IntegrationTests.Isolation;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.IntegrationTests.Features.Telefonia.Registros;

/// <summary>Calls of the provider that are none of ours: desk phones and people who call in.</summary>
[Collection(AplicacaoFixture.Colecao)]
public sealed class LigacoesDeForaTests(AplicacaoFixture app)
{
    private static readonly TimeSpan _espera = TimeSpan.FromSeconds(61);
    private static readonly DateTimeOffset _inicio = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddMinutes(-6).ToUnixTimeSeconds());

    [Fact]
    public async Task A_call_from_a_desk_phone_becomes_a_call_of_its_person_contact_and_deal()
    {
        var cena = await CenaAsync();
        await cena.Organizacao.SalvarAsync(new RamalTitular(cena.Organizacao.Id, SimuladorDeTeste.Dominio, "1001", cena.Pessoa.Id, _inicio.AddDays(-1)));
        await new AvisoDaOperadora(_inicio) { Atendida = 5 }.EnviarAsync(cena);
        await cena.Organizacao.TrabalharAsync();
        Assert.Empty(await LigacoesAsync(cena));

        await cena.Organizacao.TrabalharAsync(_espera);

        var ligacao = Assert.Single(await LigacoesAsync(cena));
        Assert.Equal(
            (OrigemDaLigacao.ForaDoCrm, DirecaoDaLigacao.Saida, StatusDaLigacao.Atendida, 30, "1001", CenaDeLigacao.Numero),
            (ligacao.Origem, ligacao.Direcao, ligacao.Status, ligacao.DuracaoSegundos, ligacao.Ramal, ligacao.Contraparte));
        Assert.Equal((cena.Pessoa.Id, cena.Oportunidade.ContatoId, cena.Oportunidade.Id), (ligacao.UsuarioId, ligacao.ContatoId, ligacao.OportunidadeId));
        Assert.Equal((_inicio, _inicio.AddSeconds(35)), (ligacao.InicioEm, ligacao.FimEm));
    }

    [Fact]
    public async Task Records_beside_each_other_are_each_planned_for_once()
    {
        var cena = await CenaAsync();
        for (var i = 0; i < 6; i++)
        {
            await new AvisoDaOperadora(_inicio.AddSeconds(40 * i)) { Para = $"01196000010{i}" }.EnviarAsync(cena);
            await cena.Organizacao.TrabalharAsync();
        }

        Assert.Equal(6, (await cena.Organizacao.TrabalhosAsync()).Count(t => t.Tipo == CriarLigacaoDeFora.Tipo));

        await cena.Organizacao.TrabalharAsync(_espera);
        Assert.Equal(6, (await LigacoesAsync(cena)).Count);
        Assert.DoesNotContain(await cena.Organizacao.TrabalhosAsync(), t => t.Tipo == CriarLigacaoDeFora.Tipo);
    }

    [Fact]
    public async Task Somebody_who_called_in_and_was_not_answered_leaves_a_call_of_nobody()
    {
        var cena = await CenaAsync();
        await new AvisoDaOperadora(_inicio) { Entrada = true, De = "11960000001", Para = "1099", Causa = "NO_ANSWER" }.EnviarAsync(cena);
        await cena.Organizacao.TrabalharAsync(_espera);
        await cena.Organizacao.TrabalharAsync(_espera);

        var ligacao = Assert.Single(await LigacoesAsync(cena));
        Assert.Equal(
            (DirecaoDaLigacao.Entrada, StatusDaLigacao.NaoAtendida, "1099", CenaDeLigacao.Numero, null, cena.Oportunidade.Id),
            (ligacao.Direcao, ligacao.Status, ligacao.Ramal, ligacao.Contraparte, ligacao.UsuarioId, ligacao.OportunidadeId));
    }

    [Fact]
    public async Task Of_several_contacts_with_the_number_none_is_chosen()
    {
        var cena = await CenaAsync();
        var outro = new Contato(cena.Organizacao.Id, "Marina Duas");
        outro.MudarTelefone("11 96000-0001", NumeroDeTelefone.Ler(CenaDeLigacao.Numero));
        await cena.Organizacao.SalvarAsync(outro);
        await new AvisoDaOperadora(_inicio) { Entrada = true, De = "11960000001", Para = "1001" }.EnviarAsync(cena);
        await DepoisAsync(cena);

        var ligacao = Assert.Single(await LigacoesAsync(cena));
        Assert.Equal((null, null), (ligacao.ContatoId, ligacao.OportunidadeId));
    }

    [Fact]
    public async Task A_record_received_before_the_row_existed_is_never_that_call()
    {
        var cena = await CenaAsync();
        await new AvisoDaOperadora(DateTimeOffset.UtcNow.AddMinutes(-2)) { Atendida = 5 }.EnviarAsync(cena);
        await cena.Organizacao.TrabalharAsync();
        var id = await cena.LigouAsync(DateTimeOffset.UtcNow.AddSeconds(-40));
        await DepoisAsync(cena);

        Assert.Equal((OrigemDoFato.Navegador, 33), ((await cena.LerAsync(id)).OrigemStatus, (await cena.LerAsync(id)).DuracaoSegundos));
        Assert.Single(await LigacoesAsync(cena), l => l.Origem == OrigemDaLigacao.ForaDoCrm);
    }

    [Fact]
    public async Task A_desk_call_after_a_call_whose_webhook_was_lost_is_a_call_of_its_own()
    {
        var cena = await CenaAsync();
        var id = await cena.LigouAsync(_inicio);
        await new AvisoDaOperadora(_inicio.AddMinutes(3)) { Atendida = 5, Fim = 100 }.EnviarAsync(cena);
        await DepoisAsync(cena);

        Assert.Equal(OrigemDoFato.Navegador, (await cena.LerAsync(id)).OrigemStatus);
        var deFora = Assert.Single(await LigacoesAsync(cena), l => l.Origem == OrigemDaLigacao.ForaDoCrm);
        Assert.Equal(95, deFora.DuracaoSegundos);
    }

    [Fact]
    public async Task When_the_record_turns_out_to_be_our_call_the_one_made_of_it_leaves_and_its_note_goes_along()
    {
        var cena = await CenaAsync();
        var id = await cena.LigouAsync(_inicio);
        var aviso = new AvisoDaOperadora(_inicio.AddSeconds(1)) { Para = "011960000009", Atendida = 5, Fim = 36 };
        await aviso.EnviarAsync(cena);
        await DepoisAsync(cena);
        var deFora = Assert.Single(await LigacoesAsync(cena), l => l.Origem == OrigemDaLigacao.ForaDoCrm);
        await AnotarAsync(cena, deFora.Id, "Pediu proposta");

        await (aviso with { Tentativa = id }).EnviarAsync(cena);
        await DepoisAsync(cena);

        var nossa = await cena.LerAsync(id);
        Assert.Equal((OrigemDoFato.Webhook, 31, "Pediu proposta"), (nossa.OrigemStatus, nossa.DuracaoSegundos, nossa.Notas));
        Assert.Equal(id, (await cena.LerAsync(deFora.Id)).SubstituidaPor);
        Assert.Equal(2, (await LigacoesAsync(cena)).Count);
    }

    [Fact]
    public async Task A_record_that_may_be_one_of_two_calls_is_offered_and_attached_to_none()
    {
        var cena = await CenaAsync();
        var primeira = await cena.LigouAsync(_inicio);
        var segunda = await cena.LigouAsync(_inicio.AddSeconds(2));
        await new AvisoDaOperadora(_inicio.AddSeconds(1)) { Atendida = 5, Fim = 37 }.EnviarAsync(cena);
        await DepoisAsync(cena);

        var registro = await cena.Organizacao.ComDbAsync(db => db.RegistrosDoProvedor.AsNoTracking().SingleAsync());
        Assert.Equal((null, true), (registro.LigacaoId, registro.EmDuvida));
        Assert.Equal(new[] { primeira, segunda }.Order(), registro.Candidatas.Order());
        Assert.All(await LigacoesAsync(cena), l => Assert.Equal(OrigemDoFato.Navegador, l.OrigemStatus));
    }

    [Fact]
    public async Task While_an_older_version_runs_no_value_is_written_that_it_cannot_read()
    {
        var cena = await CenaAsync();
        var velha = Guid.NewGuid();
        await app.Banco.ExecutarAsync($"insert into instancias (id, versao) values ('{velha}', 1)");
        try
        {
            await new AvisoDaOperadora(_inicio) { Atendida = 5 }.EnviarAsync(cena);
            await DepoisAsync(cena);
            Assert.Empty(await LigacoesAsync(cena));
        }
        finally
        {
            await app.Banco.ExecutarAsync($"delete from instancias where id = '{velha}'");
        }

        await cena.Organizacao.TrabalharAsync(TimeSpan.FromMinutes(6));
        Assert.Single(await LigacoesAsync(cena));
    }

    private static async Task DepoisAsync(CenaDeLigacao cena)
    {
        await cena.Organizacao.TrabalharAsync();
        await cena.Organizacao.TrabalharAsync(_espera);
    }

    private static Task<int> AnotarAsync(CenaDeLigacao cena, Guid id, string notas) => cena.Organizacao.ComDbAsync(async db =>
    {
        (await db.Ligacoes.SingleAsync(l => l.Id == id)).Anotar(notas, null, 1);
        return await db.SaveChangesAsync();
    });

    private static Task<List<Ligacao>> LigacoesAsync(CenaDeLigacao cena) =>
        cena.Organizacao.ComDbAsync(db => db.Ligacoes.AsNoTracking().OrderBy(l => l.InicioEm).ToListAsync());

    private async Task<CenaDeLigacao> CenaAsync()
    {
        var cena = await CenaDeLigacao.CriarAsync(app, "http://127.0.0.1:9/api/v1");
        await cena.ComGanchoAsync(AvisoDaOperadora.Segredo);
        return cena;
    }
}
