using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Tenancy;
using CrmVoip.Vault;
using Microsoft.Extensions.DependencyInjection;

namespace CrmVoip.IntegrationTests.Infra;

/// <summary>A test's own tenant. Rows are written as the application, inside the tenant's walls.</summary>
public sealed class OrganizacaoDeTeste(AplicacaoFixture app, Guid id, string slug)
{
    public Guid Id => id;

    public string Slug => slug;

    public string Base => $"/o/{slug}";

    public AplicacaoFixture App => app;

    public async Task<PessoaDeTeste> PessoaAsync(Papel papel = Papel.Vendedor, string? email = null)
    {
        email ??= $"{Guid.NewGuid():N}@teste.example";
        var nome = $"{papel} {email[..6]}";
        var pessoa = new PessoaDeTeste(this, await app.CriarContaAsync(email, nome), email, papel);
        await IncluirAsync(pessoa);
        return pessoa;
    }

    /// <summary>The same account as a member here too.</summary>
    public async Task<PessoaDeTeste> MembroTambemAsync(PessoaDeTeste deOutra, Papel papel = Papel.Vendedor)
    {
        var pessoa = new PessoaDeTeste(this, deOutra.Id, deOutra.Email, papel);
        await IncluirAsync(pessoa);
        return pessoa;
    }

    /// <summary>Work in one transaction of this tenant, as nobody in particular or as one of its people.</summary>
    public async Task<T> ComDbAsync<T>(Func<CrmDbContext, Task<T>> trabalho, PessoaDeTeste? como = null)
    {
        await using var escopo = app.Services.CreateAsyncScope();
        var atual = escopo.ServiceProvider.GetRequiredService<OrganizacaoAtual>();
        if (como is not null)
        {
            atual.DefinirUsuario(como.Id);
        }

        atual.Definir(new Vinculo(id, slug, slug, Organizacao.FusoPadrao, como?.Papel, null));
        var db = escopo.ServiceProvider.GetRequiredService<CrmDbContext>();
        return await db.EmTransacaoAsync(() => trabalho(db), CancellationToken.None);
    }

    public Task SalvarAsync(params object[] linhas) => ComDbAsync(async db =>
    {
        db.AddRange(linhas);
        return await db.SaveChangesAsync();
    });

    public async Task<Integracao> ConectarAsync(
        string baseUrl = "http://127.0.0.1:9/api/v1", string token = "token-de-teste", string sipDomain = "teste.simulador")
    {
        var cofre = app.Services.GetRequiredService<ICofre>();
        var integracao = new Integracao(id, PlataformaEnum.Api4com, baseUrl);
        integracao.GuardarToken(cofre.Cifrar(new LugarDoSegredo(id, Integracao.ColunaDoToken, integracao.Id), token), token[^4..]);
        integracao.ApontarPara(baseUrl, sipDomain, "ws://127.0.0.1:9/sip");
        integracao.Conectar(Guid.Empty, DateTimeOffset.UtcNow);
        await SalvarAsync(integracao);
        return integracao;
    }

    /// <summary>A small pipeline with one deal; its contact answers at +55 11 96000-0001.</summary>
    public async Task<Oportunidade> OportunidadeAsync(PessoaDeTeste responsavel, string titulo = "Usina no telhado")
    {
        var funil = new Funil(id, "Vendas", 1);
        var etapa = new Etapa(id, funil.Id, "Novo", 1);
        var contato = new Contato(id, "Marina Alves");
        contato.MudarTelefone("(11) 96000-0001", NumeroDeTelefone.Ler("+5511960000001"));
        var oportunidade = new Oportunidade(id, titulo);
        oportunidade.Editar(titulo, 12_500m, contato.Id, responsavel.Id, DateTimeOffset.UtcNow);
        oportunidade.MoverPara(etapa.Id, Posicao.Entre(null, null), DateTimeOffset.UtcNow);
        await SalvarAsync(funil, etapa, contato, oportunidade, new ResultadoDeLigacao(id, "Não atendeu", 1) { SugeridoPara = [StatusDaLigacao.NaoAtendida] });
        return oportunidade;
    }

    private Task IncluirAsync(PessoaDeTeste pessoa) => SalvarAsync(new Membro(id, pessoa.Id, pessoa.Email, pessoa.Email, pessoa.Papel));
}
