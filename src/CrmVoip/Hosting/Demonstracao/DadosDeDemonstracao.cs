using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Importacoes;
using CrmVoip.Features.Telefonia.Conexoes;
using CrmVoip.Features.Telefonia.Registros;
using CrmVoip.Features.Vendas.Importacoes;
using CrmVoip.Tenancy;
using CrmVoip.Vault;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace CrmVoip.Hosting.Demonstracao;

/// <summary>Fills the demo's organizations. Runs as the application itself, tenant by tenant; what exists is left alone.</summary>
public sealed class DadosDeDemonstracao(
    IServiceScopeFactory fabrica,
    ContasDeDemonstracao contas,
    ICofre cofre,
    IOptions<OpcoesDaDemonstracao> opcoes,
    IConfiguration configuracao)
{
    public async Task SemearAsync(CancellationToken ct)
    {
        if (!configuracao.OpcoesDoCrm().Demonstracao)
        {
            throw new PartidaRecusadaException("Demo data has public passwords: it is seeded only with Crm:Demonstracao=true.");
        }

        var ids = await contas.CriarAsync();
        foreach (var demo in Elenco.Organizacoes)
        {
            await using var escopo = fabrica.CreateAsyncScope();
            var db = escopo.ServiceProvider.GetRequiredService<CrmDbContext>();
            if (await db.Organizacoes.AnyAsync(o => o.Slug == demo.Slug, ct))
            {
                continue;
            }

            var organizacao = new Organizacao(demo.Slug, demo.Nome);
            escopo.ServiceProvider.GetRequiredService<OrganizacaoAtual>()
                .Definir(new Vinculo(organizacao.Id, demo.Slug, demo.Nome, organizacao.FusoHorario, null, null));
            await db.EmTransacaoAsync(() => SemearAsync(db, organizacao, demo, ids, ct), ct);
            await SemearRamaisAsync(organizacao, demo, ids, ct);
        }
    }

    private async Task<bool> SemearAsync(
        CrmDbContext db, Organizacao organizacao, OrganizacaoDemo demo, Dictionary<string, Guid> ids, CancellationToken ct)
    {
        db.Add(organizacao);
        db.AddRange(demo.Vinculos.Select(v => new Membro(organizacao.Id, ids[v.Pessoa.Email], v.Pessoa.Nome, v.Pessoa.Email, v.Papel)));
        var integracao = Integracao(organizacao, demo, ids);
        db.Add(integracao);
        await db.SaveChangesAsync(ct);
        await db.EnfileirarAsync(organizacao.Id, RegistrarGanchoPendente.Tipo, integracao.Id, TimeSpan.Zero, ct);
        await db.EnfileirarAsync(organizacao.Id, ConferirConexao.Tipo, integracao.Id, TimeSpan.FromMinutes(1), ct);

        var quadro = new QuadroDeDemonstracao(organizacao.Id, demo, [.. demo.Vinculos.Select(v => ids[v.Pessoa.Email])]);
        db.AddRange(quadro.Criar());
        await db.SaveChangesAsync(ct);
        await SemearImportacaoAsync(db, organizacao, ids[demo.Vinculos[0].Pessoa.Email], ct);
        return true;
    }

    private static async Task SemearImportacaoAsync(CrmDbContext db, Organizacao organizacao, Guid quem, CancellationToken ct)
    {
        var (importacao, linhas) = ImportacaoDeDemonstracao.Criar(organizacao.Id, quem);
        db.Add(importacao);
        db.AddRange(linhas);
        await db.SaveChangesAsync(ct);
        await db.EnfileirarAsync(organizacao.Id, AnalisarImportacao.Tipo, importacao.Id, TimeSpan.Zero, ct);
        await db.EnfileirarAsync(organizacao.Id, ApagarLinhas.Tipo, importacao.Id, Importacao.LinhasPor, ct);
    }

    private Integracao Integracao(Organizacao organizacao, OrganizacaoDemo demo, Dictionary<string, Guid> ids)
    {
        var integracao = new Integracao(organizacao.Id, PlataformaEnum.Api4com, $"{opcoes.Value.SimuladorUrl}/api/v1");
        var lugar = new LugarDoSegredo(organizacao.Id, Domain.Integracao.ColunaDoToken, integracao.Id);
        integracao.GuardarToken(cofre.Cifrar(lugar, demo.Token), demo.Token[^4..]);
        integracao.ApontarPara(integracao.BaseUrl, demo.SipDomain, opcoes.Value.SimuladorWss);
        integracao.Conectar(ids[demo.Vinculos[0].Pessoa.Email], DateTimeOffset.UtcNow);
        return integracao;
    }

    // A ramal is written as its owner: the database lets nobody else read it.
    private async Task SemearRamaisAsync(Organizacao organizacao, OrganizacaoDemo demo, Dictionary<string, Guid> ids, CancellationToken ct)
    {
        foreach (var vinculo in demo.Vinculos.Where(v => v.Ramal is not null))
        {
            await using var escopo = fabrica.CreateAsyncScope();
            var atual = escopo.ServiceProvider.GetRequiredService<OrganizacaoAtual>();
            atual.DefinirUsuario(ids[vinculo.Pessoa.Email]);
            atual.Definir(new Vinculo(organizacao.Id, demo.Slug, demo.Nome, organizacao.FusoHorario, vinculo.Papel, vinculo.Pessoa.Nome));

            var db = escopo.ServiceProvider.GetRequiredService<CrmDbContext>();
            var ramal = new RamalVoip(organizacao.Id, atual.UsuarioIdExigido, vinculo.Ramal!, demo.SipDomain);
            ramal.Editar(ramal.Extension, ramal.SipServer, $"Ramal de {vinculo.Pessoa.Nome.Split(' ')[0]}", StatusDoRamal.Ativo, DateTimeOffset.UtcNow);
            ramal.Alojar(demo.SipDomain);
            ramal.Dar(ids[demo.Vinculos[0].Pessoa.Email], DateTimeOffset.UtcNow);
            var segredo = new RamalVoipSegredo(ramal, id => cofre.Cifrar(
                new LugarDoSegredo(organizacao.Id, RamalVoipSegredo.Coluna, id), $"ramal-{vinculo.Ramal}-{demo.Slug}"));
            ramal.UsarSegredo(segredo);
            db.AddRange(ramal, segredo);
            await db.EmTransacaoAsync(
                async () =>
                {
                    await db.ManterTitularAsync(ramal, DateTimeOffset.UtcNow, ct);
                    return await db.SaveChangesAsync(ct);
                },
                ct);
        }
    }
}
