using System;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>
    /// How many deals stand where, told as they move by the database itself: whoever writes them, by whatever way. And the board's
    /// indexes, whatever became of the deals.
    /// </summary>
    public partial class ContagensPorEtapa : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_oportunidades_organizacao_id_etapa_id_posicao_id",
                table: "oportunidades");

            migrationBuilder.DropIndex(
                name: "ix_oportunidades_organizacao_id_etapa_id",
                table: "oportunidades");

            migrationBuilder.DropIndex(
                name: "ix_oportunidades_organizacao_id_responsavel_id",
                table: "oportunidades");

            migrationBuilder.AddColumn<bool>(
                name: "contado",
                table: "funis",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "contagens_do_funil",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    etapa_id = table.Column<Guid>(type: "uuid", nullable: false),
                    situacao = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    responsavel_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quantidade = table.Column<int>(type: "integer", nullable: false),
                    valor = table.Column<decimal>(type: "numeric(20,2)", precision: 20, scale: 2, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contagens_do_funil", x => new { x.organizacao_id, x.id });
                    table.CheckConstraint("ck_contagens_do_funil_situacao", "situacao in ('aberta', 'ganha', 'perdida')");
                    table.ForeignKey(
                        name: "fk_contagens_do_funil_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_oportunidades_organizacao_id_etapa_id_situacao_posicao",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "etapa_id", "situacao", "posicao" });

            migrationBuilder.CreateIndex(
                name: "ix_oportunidades_organizacao_id_responsavel_id_situacao_etapa_",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "responsavel_id", "situacao", "etapa_id", "posicao" });

            migrationBuilder.CreateIndex(
                name: "ix_contagens_do_funil_organizacao_id_situacao",
                table: "contagens_do_funil",
                columns: new[] { "organizacao_id", "situacao" })
                .Annotation("Npgsql:IndexInclude", new[] { "etapa_id", "responsavel_id", "quantidade", "valor" });

            migrationBuilder.IsolarPorOrganizacao("contagens_do_funil");
            migrationBuilder.Conceder("crm_app", "select, insert, delete", "contagens_do_funil");

            // Two ids of the provider that were taken for one call are parted again: one passes to another record.
            migrationBuilder.Conceder("crm_app", "update", "ids_dos_registros");
            migrationBuilder.Sql(
                """
                create function contar_funil() returns trigger language plpgsql as $$
                begin
                    if tg_op = 'INSERT' then
                        insert into contagens_do_funil (organizacao_id, id, etapa_id, situacao, responsavel_id, quantidade, valor)
                        select organizacao_id, gen_random_uuid(), etapa_id, situacao, responsavel_id, count(*), sum(valor)
                        from novas group by 1, 3, 4, 5;
                    elsif tg_op = 'DELETE' then
                        insert into contagens_do_funil (organizacao_id, id, etapa_id, situacao, responsavel_id, quantidade, valor)
                        select organizacao_id, gen_random_uuid(), etapa_id, situacao, responsavel_id, -count(*), -sum(valor)
                        from velhas group by 1, 3, 4, 5;
                    else
                        insert into contagens_do_funil (organizacao_id, id, etapa_id, situacao, responsavel_id, quantidade, valor)
                        select organizacao_id, gen_random_uuid(), etapa_id, situacao, responsavel_id, sum(quantidade), sum(valor)
                        from (
                            select organizacao_id, etapa_id, situacao, responsavel_id, 1 as quantidade, valor from novas
                            union all
                            select organizacao_id, etapa_id, situacao, responsavel_id, -1, -valor from velhas) mudou
                        group by 1, 3, 4, 5 having sum(quantidade) <> 0 or sum(valor) <> 0;
                    end if;
                    return null;
                end $$;
                create trigger contar_inclusao after insert on oportunidades
                    referencing new table as novas for each statement execute function contar_funil();
                create trigger contar_mudanca after update on oportunidades
                    referencing old table as velhas new table as novas for each statement execute function contar_funil();
                create trigger contar_exclusao after delete on oportunidades
                    referencing old table as velhas for each statement execute function contar_funil();
                """);
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop trigger contar_inclusao on oportunidades; drop trigger contar_mudanca on oportunidades; drop trigger contar_exclusao on oportunidades; drop function contar_funil();");
            migrationBuilder.DropTable(
                name: "contagens_do_funil");

            migrationBuilder.DropIndex(
                name: "ix_oportunidades_organizacao_id_etapa_id_situacao_posicao",
                table: "oportunidades");

            migrationBuilder.DropIndex(
                name: "ix_oportunidades_organizacao_id_responsavel_id_situacao_etapa_",
                table: "oportunidades");

            migrationBuilder.DropColumn(
                name: "contado",
                table: "funis");

            migrationBuilder.CreateIndex(
                name: "ix_oportunidades_organizacao_id_etapa_id_posicao_id",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "etapa_id", "posicao", "id" },
                filter: "situacao = 'aberta'");

            migrationBuilder.CreateIndex(
                name: "ix_oportunidades_organizacao_id_etapa_id",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "etapa_id" },
                filter: "situacao = 'aberta'")
                .Annotation("Npgsql:IndexInclude", new[] { "valor" });

            migrationBuilder.CreateIndex(
                name: "ix_oportunidades_organizacao_id_responsavel_id",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "responsavel_id" });
        }
    }
}
